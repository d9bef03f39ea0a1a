const passed = new Set(['content-type', 'request-ref', 'retry-after'])

/** An answer of the Multi API without anything that a browser does not need. */
export function passOn(answer: Response, body: BodyInit | null = answer.body): Response {
  const headers = new Headers()
  for (const [name, value] of answer.headers) {
    if (passed.has(name) || name.startsWith('x-ratelimit-')) headers.set(name, value)
  }
  return new Response(body, { status: answer.status, headers })
}
