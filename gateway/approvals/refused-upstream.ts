import type { Caller } from '../console/serve'
import { notSignedIn } from '../http/answers'
import type { GatewayParts } from '../parts'

/** The API's refusal of a read or of the payment itself, passed on; its 401 ends the session here as elsewhere. */
export async function refusedUpstream(
  { life }: Pick<GatewayParts, 'life'>,
  { session }: Pick<Caller, 'session'>,
  answer: Response,
): Promise<Response> {
  if (answer.status !== 401) return answer
  await life.refusedUpstream(session)
  return notSignedIn()
}
