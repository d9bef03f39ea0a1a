import type { Store } from '../../storage/open'
import type { Actor } from '../domain/context'
import { runDue } from '../domain/due/run-due'
import { putFactor } from '../domain/factors/factor-rows'
import { type Answer, openFrontDoor } from './front-door'

export type Desk = Awaited<ReturnType<typeof openDesk>>

/** A front door with a company whose root user has signed in and gets codes by SMS. */
export async function openDesk(store: Store) {
  const door = await openFrontDoor(store)
  const { identityId, rootUserId, email } = await door.company()
  const who = { credentialId: rootUserId, credentialType: 'ROOT', identityId, identityType: 'CORPORATE' } as const
  const actor: Actor = { ...who, tokenId: '1', tokenKind: 'ACCESS', steppedUp: true }
  await door.inTx((ctx) => putFactor(ctx, rootUserId, 'SMS', 'ACTIVE'))
  let token = await door.enter(email)
  return {
    door,
    actor,
    email,
    call: (method: string, path: string, body?: unknown) => door.call(method, path, { token, body }),
    /** The token of whoever makes the calls. */
    token: () => token,
    /** Somebody signs in, and makes the calls from now on. */
    enter: async (as: string) => {
      token = await door.enter(as)
    },
    /** The code of a refusal, or the status of anything else. */
    said: ({ status, body }: Answer) => (body as { errorCode?: string } | undefined)?.errorCode ?? status,
    /** Lets time pass, and everything happen that becomes due by it. */
    pass: async (ms: number) => {
      door.clock.advance(ms)
      while (await door.sandbox.run(runDue));
    },
  }
}
