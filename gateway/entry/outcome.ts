import type { Visitor } from '../console/serve-open'
import type { Admitted } from '../session/admission'

/** `EntryOutcome` of the contract, with the cookies that go with it; the record learns whose it was. */
export function outcome(admitted: Admitted, note: Visitor['note']): Response {
  if (admitted.kind === 'refused') return admitted.response
  if (admitted.kind === 'session') note({ session: admitted.session })
  const body = admitted.kind === 'session' ? { session: admitted.view } : { entry: admitted.view }
  return Response.json(body, { headers: admitted.headers })
}
