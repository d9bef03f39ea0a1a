import { assetVersion } from './assets'

const asset = (file: string) => `/reference/assets/${assetVersion}/${file}`

/** Everything on it comes from files: its policy allows no script and no style of its own. */
export const pageHtml = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Multi API reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${asset('swagger-ui.css')}">
<link rel="stylesheet" href="${asset('reference.css')}">
<script defer src="${asset('swagger-ui-bundle.js')}"></script>
<script defer src="${asset('swagger-ui-standalone-preset.js')}"></script>
<script defer src="/reference/start.js"></script>
</head>
<body>
<main id="reference"></main>
<noscript>This page needs scripts; the documents themselves are <a href="/reference/openapi.json">the API</a> and
<a href="/reference/simulator.json">the simulator</a>.</noscript>
</body>
</html>
`

/** Starts the viewer; `callable` lets the reader make calls from the page. */
export const startScript = (callable: boolean): string => `SwaggerUIBundle({
  dom_id: '#reference',
  urls: [
    { name: 'Multi API', url: '/reference/openapi.json' },
    { name: 'Simulator', url: '/reference/simulator.json' },
  ],
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  // The logo brings a style of its own, which the policy forbids.
  plugins: [() => ({ components: { Logo: () => null } })],
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  ${callable ? '' : 'supportedSubmitMethods: [],'}
})
`
