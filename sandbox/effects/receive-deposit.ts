import { bankTransferInForwarding } from '../../contract/incoming-wire-transfers'
import type { DepositCode } from '../../contract/simulator/deposits'
import type { Ctx } from '../domain/context'
import { depositQuestion } from '../domain/deposits/deposit-question'
import { settleDeposit } from '../domain/deposits/settle-deposit'
import type { Received } from '../domain/deposits/simulate-deposit'
import { noLonger } from '../domain/due/later'
import { programme } from '../domain/programme'
import type { Sandbox } from '../sandbox'
import { askPlatform } from './forwarding'

/**
 * Lets money come in. Where the programme asks about it and there is somebody to ask, it waits in the books until the
 * platform has decided, or until it has taken too long: the setting's default then holds. Each side of the question is a
 * transaction of its own.
 */
export async function receiveDeposit(
  sandbox: Sandbox,
  book: (ctx: Ctx, asked: boolean) => Promise<Received>,
): Promise<DepositCode> {
  const { settings } = sandbox
  const asked = settings.askAboutIncomingWires && settings.webhookAddress !== null
  const { code, id } = await sandbox.run((ctx) => book(ctx, asked))
  if (!asked || id === undefined) return code
  const payload = await sandbox.run((ctx) => depositQuestion(ctx, id))
  const answer = await askPlatform(sandbox, {
    path: bankTransferInForwarding.path,
    payload,
    timeoutMs: programme.incomingWires.decisionMs,
    reference: 'request-ref',
  })
  const decision = typeof answer === 'object' ? answer.decision : settings.undecidedIncomingWires
  const state = await sandbox.run(async (ctx) => {
    await noLonger(ctx, 'deposit-undecided', id)
    return settleDeposit(ctx, id, decision)
  })
  return state === 'COMPLETED' ? 'COMPLETED' : 'DENIED_OTHER'
}
