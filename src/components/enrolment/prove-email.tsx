import { type ReactNode, useEffect, useState } from 'react'
import { failureText } from '@/components/feedback/failure-text'
import { Notice } from '@/components/feedback/notice'
import { RequestReference } from '@/components/feedback/request-reference'
import { formatTime } from '@/lib/dates'
import { readFailure } from '@/lib/failure'
import { pageConfig } from '@/lib/page-config'
import { catalogue } from '@/lib/text'
import { CodeForm } from './code-form'
import { codeMemory } from './code-memory'
import { type CodeState, createOneTimeCode } from './one-time-code'
import { judgeEmail, proveEmailSentences } from './prove-email-messages'
import { useOneTimeCode } from './use-one-time-code'

const t = catalogue('prove-email', {
  willSend: 'A code goes to {email}.',
  sending: 'Sending a code to {email}…',
  sent: 'We sent a code to {email}. It can be entered until {time}. If it does not come, look into the folder for unwanted mail.',
  sentNowhere:
    'In the sandbox no e-mail is sent: the code for {email} is always 123456. It can be entered until {time}.',
  submit: 'Confirm this address',
  done: 'This address is confirmed.',
  problem: 'The address is not confirmed yet',
})

type Props = {
  /** The address that is to be proved. */
  email: string
  /** Sends a code to it. */
  send: () => Promise<unknown>
  /** Checks the code. */
  verify: (code: string) => Promise<unknown>
  onDone: () => void
  /** Whether a code is sent without a press, when the part is first shown: for where the person has just asked for it. */
  atOnce?: boolean
  /** Further ways on, as to change the address. */
  actions?: ReactNode
}

const lifetime = 60 * 60_000

/** Proves that an address is the person's: a code by e-mail, good for an hour, and its six digits. */
export function ProveEmail(props: Props) {
  // Another address is another undertaking.
  return <Prove key={props.email} {...props} />
}

function Prove({ email, send, verify, onDone, atOnce = false, actions }: Props) {
  const [code] = useState(() =>
    createOneTimeCode({
      send,
      check: verify,
      judge: judgeEmail,
      memory: codeMemory(`email.${email}`, lifetime),
      lifetime,
      now: Date.now,
    }),
  )
  const { state, waitSeconds } = useOneTimeCode(code, lifetime)
  useEffect(() => code.begin(atOnce ? 'send' : 'wait'), [code, atOnce])
  const proved = state.phase === 'done'
  // Also where sending was answered by "it is proved already".
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (proved) onDone()
  }, [proved])

  if (proved) return <p role="status">{t('done')}</p>
  return (
    <CodeForm
      state={state}
      waitSeconds={waitSeconds}
      status={statusText(state, email)}
      problem={problemOf(state.error)}
      submitLabel={t('submit')}
      onCode={(digits) => void code.check(digits)}
      onSend={() => void code.send()}
      actions={actions}
    />
  )
}

function statusText({ phase, sentAt }: CodeState, email: string): string {
  if (phase === 'sending') return t('sending', { email })
  if (sentAt === undefined) return t('willSend', { email })
  const time = formatTime(sentAt + lifetime)
  return pageConfig().environment === 'weavr-live' ? t('sent', { email, time }) : t('sentNowhere', { email, time })
}

function problemOf(error: unknown): ReactNode {
  if (error === undefined) return undefined
  return (
    <Notice tone="bad" title={t('problem')}>
      <p>{failureText(error, { sentences: proveEmailSentences() })}</p>
      <RequestReference value={readFailure(error).requestRef} />
    </Notice>
  )
}
