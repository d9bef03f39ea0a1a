import { screenFailure } from './screen-failure'
import type { SecureClient } from './secure-client'
import { SecureFailure } from './secure-failure'
import type { CheckKind, VendorScreens } from './vendor'

/** `RETRY`: sent back, and may be submitted again. */
export type CheckOutcome = { status: 'APPROVED' } | { status: 'REJECTED'; rejectType: 'RETRY' | 'FINAL' }
/** What a check tells, in one vocabulary. The truth is what the API says of the identity; this only says when to ask. */
export type CheckEvents = {
  onSubmitted: () => void
  onOutcome: (outcome: CheckOutcome) => void
  onClose: () => void
  onError: (failure: SecureFailure) => void
}
type Options = { kind: CheckKind; reference: string; selector: string; title: string; css: string }

/** Shows the screens of a check in the place that `selector` names; answers the way to take them away. */
export function openScreens(client: SecureClient, options: Options, events: CheckEvents): () => void {
  const tell = told(events)
  const screens =
    'older' in client ? olderScreens(client.older, options, tell) : newerScreens(client.newer, options, tell)
  return () => (screens?.destroy ?? screens?.unmount)?.()
}

type Tell = (type: string, detail?: unknown) => void
type Of<K extends 'older' | 'newer'> = Extract<SecureClient, Record<K, unknown>>[K]

function olderScreens(client: Of<'older'>, given: Options, tell: Tell): VendorScreens {
  const { kind, reference, selector, title, css } = given
  const onError = (detail: unknown) => tell('error', detail)
  if (kind === 'consumer') {
    const check = client.consumer_kyc?.()
    if (!check) throw new SecureFailure('UNEXPECTED')
    return check.init({ selector, reference, title, customCssStr: css, onMessage: tell, onError })
  }
  const check = kind === 'company' ? client.kyb?.() : client.kyc?.()
  if (!check) throw new SecureFailure('UNEXPECTED')
  return check.init(selector, { reference }, tell, { title, customCssStr: css })
}

const newerNames = { company: 'corporateKyb', director: 'beneficiariesKyc', consumer: 'consumerKyc' } as const

function newerScreens(client: Of<'newer'>, given: Options, tell: Tell): VendorScreens {
  const { kind, reference, selector, title, css } = given
  const screens = client.capture[newerNames[kind]](reference)
  const onError = (detail: unknown) => tell('error', detail)
  screens.mount(selector, { title, customCssStr: css, onMessage: tell, onError })
  return screens
}

/** The vendor's messages: `complete` and `step_change` of the older company check, `kybSubmitted` and so on of the others. */
function told({ onSubmitted, onOutcome, onClose, onError }: CheckEvents): Tell {
  return (type, detail) => {
    if (type === 'error') onError(screenFailure(detail))
    else if (type === 'close') onClose()
    else if (type === 'complete' || /^ky[bc]Submitted$/.test(type)) onSubmitted()
    else if (/^ky[bc]Approved$/.test(type)) onOutcome({ status: 'APPROVED' })
    else if (/^ky[bc]Rejected$/.test(type)) onOutcome(rejected(detail))
    else if (type === 'step_change' && field(detail, 'step') === 'outcome') {
      const status = field(detail, 'status')
      if (status === 'APPROVED') onOutcome({ status })
      else if (status === 'REJECTED' || status === 'INITIATED') onOutcome(rejected(detail))
    }
  }
}

/** Sent back for documents is not the same as turned down for good. */
const rejected = (detail: unknown): CheckOutcome => ({
  status: 'REJECTED',
  rejectType: field(detail, 'rejectType') === 'RETRY' || field(detail, 'status') === 'INITIATED' ? 'RETRY' : 'FINAL',
})

const field = (detail: unknown, name: string): unknown =>
  typeof detail === 'object' && detail !== null ? Reflect.get(detail, name) : undefined
