import type { Admitted } from '../session/admission'

/** `EntryOutcome` of the contract, with the cookies that go with it. */
export function outcome(admitted: Admitted): Response {
  if (admitted.kind === 'refused') return admitted.response
  const body = admitted.kind === 'session' ? { session: admitted.view } : { entry: admitted.view }
  return Response.json(body, { headers: admitted.headers })
}
