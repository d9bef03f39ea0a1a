import { Check } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { announce } from '@/components/feedback/announce'
import { t } from '@/components/text'
import { cn } from '@/lib/cn'

export type WizardStep<Id extends string = string> = { id: Id; label: string }

type Props<Id extends string> = {
  /** Names the whole undertaking for those who hear the page; the page around it shows the heading. */
  title: string
  steps: readonly WizardStep<Id>[]
  current: NoInfer<Id>
  /** The furthest step that what was entered allows; every step before it is done. */
  furthest: NoInfer<Id>
  /** Steps before this one are behind the person for good: what they asked for has been sent. */
  closedBefore?: NoInfer<Id> | undefined
  /** For many steps: they stand beside what they lead through where there is room, and are numbers where there is not. */
  beside?: boolean
  onStep: (id: Id) => void
  children: ReactNode
}

/** The frame of a wizard: where one is, what is done, and the way back to it. */
export function Wizard<Id extends string>(props: Props<Id>) {
  const { title, steps, current, furthest, closedBefore, beside = false, onStep, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(current)
  const at = steps.findIndex((step) => step.id === current)
  const reach = steps.findIndex((step) => step.id === furthest)
  const open = steps.findIndex((step) => step.id === closedBefore)
  const label = steps[at]?.label ?? ''
  const spoken = t('stepOf', { number: at + 1, count: steps.length, label })

  useEffect(() => {
    if (shown.current === current) return
    shown.current = current
    heading.current?.focus()
    announce(spoken)
  }, [current, spoken])

  return (
    <div className={cn(beside && 'lg:grid lg:grid-cols-[13rem_minmax(0,42rem)] lg:gap-x-12')}>
      <nav aria-label={`${title}: ${t('steps')}`}>
        <ol className={cn('mb-8 flex gap-1', beside && 'lg:sticky lg:top-8 lg:flex-col')}>
          {steps.map((step, index) => (
            <Step
              key={step.id}
              number={index + 1}
              label={step.label}
              state={index === at ? 'current' : index < reach ? 'done' : index === reach ? 'open' : 'ahead'}
              closed={index < open}
              beside={beside}
              onPress={() => onStep(step.id)}
            />
          ))}
        </ol>
      </nav>
      <div className="min-w-0">
        <h2 ref={heading} tabIndex={-1} className="mb-5 font-medium text-title">
          {label}
        </h2>
        {children}
      </div>
    </div>
  )
}

const edge = {
  done: 'border-ink',
  current: 'border-needle font-medium',
  open: 'border-rule-strong',
  ahead: 'border-rule text-ink-soft',
} as const

type StepProps = {
  number: number
  label: string
  state: keyof typeof edge
  closed: boolean
  beside: boolean
  onPress: () => void
}

function Step({ number, label, state, closed, beside, onPress }: StepProps) {
  const words = (
    <>
      <span className="figures mr-2 text-ink-soft">
        {state === 'done' ? <Check aria-hidden className="inline size-3.5 text-good" /> : number}
      </span>
      <span className={cn(state !== 'current' && (beside ? 'max-lg:sr-only' : 'max-sm:sr-only'))}>{label}</span>
      {state === 'done' && <span className="sr-only"> ({t('stepDone')})</span>}
    </>
  )
  const look = cn('block w-full min-h-9 whitespace-nowrap border-t-2 py-2 text-left text-small', edge[state])
  return (
    <li
      className={cn(
        'min-w-0',
        state === 'current' ? 'flex-auto' : 'flex-1',
        state === 'current' && !beside && 'sm:flex-1',
        beside && 'lg:flex-none',
      )}
    >
      {(state === 'done' || state === 'open') && !closed ? (
        <button type="button" onClick={onPress} className={cn(look, 'hover:bg-sunken')}>
          {words}
        </button>
      ) : (
        <span className={look} {...(state === 'current' ? { 'aria-current': 'step' } : {})}>
          {words}
        </span>
      )}
    </li>
  )
}
