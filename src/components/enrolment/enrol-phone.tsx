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
import { enrolPhoneSentences, judgeEnrolment } from './enrol-phone-messages'
import { type CodeState, createOneTimeCode, type OneTimeCode } from './one-time-code'
import { useOneTimeCode } from './use-one-time-code'

const t = catalogue('enrol-phone', {
  aPhone: 'the phone of your sign-in',
  willSend: 'A text message with a code goes to {phone}.',
  sending: 'Sending a code to {phone}…',
  sent: 'We sent a code to {phone}. It can be entered until {time}.',
  sentNowhere:
    'In the sandbox no message is sent: the code for {phone} is always 123456. It can be entered until {time}.',
  done: 'This phone is registered.',
  submit: 'Register this phone',
  problem: 'The phone is not registered yet',
})

/** The API's way of it, which this part cannot know: `usePhoneEnrolment()` of `@/api/phone-enrolment`. */
export type PhoneEnrolment = {
  /** Whose phone it is: a code that was sent to somebody else in this tab does not count. */
  whose: string
  /** Sends the code. */
  send: () => Promise<unknown>
  /** Checks the code. */
  verify: (code: string) => Promise<unknown>
  /** The phone is a factor: what the page has read is stale. */
  enrolled: () => Promise<unknown>
}

type Props = {
  enrolment: PhoneEnrolment
  /** The number as the person knows it, where the page knows it. */
  phone?: string | undefined
  onDone: () => void
  /** Further ways on, as to change the number. */
  actions?: ReactNode
}

const lifetime = 5 * 60_000

/**
 * Makes the person's phone a factor: a text message on a press, and its six digits. The session is stepped up by the
 * first success. Needs a session; moves nothing but that.
 */
export function EnrolPhone(props: Props) {
  const { whose } = props.enrolment
  const [known, setKnown] = useState({ phone: props.phone, turn: 0 })
  // Another number is another undertaking; one that has only now been read is not.
  if (props.phone !== undefined && props.phone !== known.phone) {
    setKnown({ phone: props.phone, turn: known.turn + (known.phone === undefined ? 0 : 1) })
  }
  return <Enrol key={`${whose} ${known.turn}`} {...props} />
}

function Enrol({ enrolment, phone, onDone, actions }: Props) {
  const [code] = useState(() => start(enrolment, phone))
  const { state, waitSeconds } = useOneTimeCode(code, lifetime)
  useEffect(() => code.begin('wait'), [code])
  const tell = async (done: boolean) => {
    if (!done) return
    await enrolment.enrolled()
    onDone()
  }

  if (state.phase === 'done') return <p role="status">{t('done')}</p>
  return (
    <CodeForm
      state={state}
      waitSeconds={waitSeconds}
      status={statusText(state, phone ?? t('aPhone'))}
      problem={problemOf(state.error)}
      submitLabel={t('submit')}
      onCode={(digits) => void code.check(digits).then(tell)}
      onSend={() => void code.send().then(tell)}
      actions={actions}
    />
  )
}

function start({ whose, send, verify }: PhoneEnrolment, phone = ''): OneTimeCode {
  return createOneTimeCode({
    send,
    check: verify,
    judge: judgeEnrolment,
    // The last digits tell numbers apart well enough, and tell nobody who reads the tab's storage the number.
    memory: codeMemory(`enrolment.${whose}.${phone.slice(-3)}`, lifetime),
    lifetime,
    now: Date.now,
  })
}

function statusText({ phase, sentAt }: CodeState, phone: string): string {
  if (phase === 'sending') return t('sending', { phone })
  if (sentAt === undefined) return t('willSend', { phone })
  const time = formatTime(sentAt + lifetime)
  return pageConfig().environment === 'weavr-live' ? t('sent', { phone, time }) : t('sentNowhere', { phone, time })
}

function problemOf(error: unknown): ReactNode {
  if (error === undefined) return undefined
  return (
    <Notice tone="bad" title={t('problem')}>
      <p>{failureText(error, { sentences: enrolPhoneSentences() })}</p>
      <RequestReference value={readFailure(error).requestRef} />
    </Notice>
  )
}
