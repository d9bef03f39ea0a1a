/** An answer of the gateway's own, in the shape of the vendor's errors, so that the browser needs one reader only. */
export function refusal(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status })
}

/** Nobody is signed in, or nobody any more. No body, as upstream. */
export const notSignedIn = (): Response => new Response(null, { status: 401 })

/** A complaint about a field, as the Multi API words it. */
export function badField(fieldName: string, error: string): Response {
  const message = `request.${fieldName}: ${error}`
  const syntaxErrors = { invalidFields: [{ fieldName: `request.${fieldName}`, error, params: [] }] }
  return Response.json({ message, syntaxErrors }, { status: 400 })
}
