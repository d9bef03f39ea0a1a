/** An answer of the gateway's own, in the shape of the vendor's errors, so that the browser needs one reader only. */
export function refusal(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status })
}

/** Nobody is signed in, or nobody any more. No body, as upstream. */
export const notSignedIn = (): Response => new Response(null, { status: 401 })

/** A complaint about a field, as the Multi API words it. */
export const badField = (fieldName: string, error: string): Response => badFields([{ fieldName, error }])

/** Complaints about fields, which are named as the body names them (`limits.0.perDay`). */
export function badFields(fields: readonly { fieldName: string; error: string }[]): Response {
  const invalidFields = fields.map(({ fieldName, error }) => ({ fieldName: `request.${fieldName}`, error, params: [] }))
  const message = invalidFields.map(({ fieldName, error }) => `${fieldName}: ${error}`).join('; ')
  return Response.json({ message: message.slice(0, 255), syntaxErrors: { invalidFields } }, { status: 400 })
}

/** A refusal with a code of the closed list that the operation documents. */
export const coded = (status: 403 | 404 | 409 | 410, errorCode: string): Response =>
  Response.json({ errorCode }, { status })
