const page = (head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Form</title>
${head}
</head>
<body>
<header><p>A page of somebody else</p></header>
${body}
<footer><p>After the form</p></footer>
</body>
</html>`;

/** A host's page with the element, as its README says. @param reserved with the rule that keeps its place until it is there */
export function elementPage(name: string, reserved: boolean): string {
  const rule = '<style>peerscale-survey:not(:defined) { display: block; min-height: 100vh }</style>';
  const ahead = `<link rel="preload" as="fetch" href="/${name}.json" crossorigin>`;
  return page(
    `${reserved ? rule : ''}${ahead}<script type="module" src="/peerscale-survey.js"></script>`,
    `<peerscale-survey src="/${name}.json"></peerscale-survey>`,
  );
}

/** The same with SurveyJS. */
export function surveyJsPage(name: string): string {
  return page(
    `<link rel="stylesheet" href="/${name}-survey-js.css"><script type="module" src="/${name}-survey-js.js"></script>`,
    '<div id="root"></div>',
  );
}
