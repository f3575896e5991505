/** SurveyJS JSON, put in when the page is bundled. */
declare module 'form.json' {
  const json: object;
  export default json;
}
