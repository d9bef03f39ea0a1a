import type { Hono } from 'hono'
import { simulateConsumerVerification, simulateCorporateVerification } from '../../contract/simulator/identities'
import { verifyIdentity } from '../domain/identities/verify-identity'
import type { Sandbox } from '../sandbox'
import { simulate } from './simulate'

export function identitySimulator(app: Hono, sandbox: Sandbox): void {
  simulate(app, sandbox, simulateConsumerVerification, (ctx, { params }) =>
    verifyIdentity(ctx, { identityId: params.consumer_id, type: 'CONSUMER' }),
  )
  simulate(app, sandbox, simulateCorporateVerification, (ctx, { params }) =>
    verifyIdentity(ctx, { identityId: params.corporate_id, type: 'CORPORATE' }),
  )
}
