/** A style sheet as text: the build puts it in minified. */
declare module '*.css' {
  const text: string;
  export default text;
}
