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
  onStep: (id: Id) => void
  children: ReactNode
}

/** The frame of a wizard: where one is, what is done, and the way back to it. */
export function Wizard<Id extends string>({ title, steps, current, furthest, onStep, children }: Props<Id>) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(current)
  const at = steps.findIndex((step) => step.id === current)
  const reach = steps.findIndex((step) => step.id === furthest)
  const label = steps[at]?.label ?? ''
  const spoken = t('stepOf', { number: at + 1, count: steps.length, label })

  useEffect(() => {
    if (shown.current === current) return
    shown.current = current
    heading.current?.focus()
    announce(spoken)
  }, [current, spoken])

  return (
    <div>
      <nav aria-label={`${title}: ${t('steps')}`}>
        <ol className="mb-8 flex gap-1">
          {steps.map((step, index) => (
            <Step
              key={step.id}
              number={index + 1}
              label={step.label}
              state={index === at ? 'current' : index < reach ? 'done' : index === reach ? 'open' : 'ahead'}
              onPress={() => onStep(step.id)}
            />
          ))}
        </ol>
      </nav>
      <h2 ref={heading} tabIndex={-1} className="mb-5 font-medium text-title">
        {label}
      </h2>
      {children}
    </div>
  )
}

const edge = {
  done: 'border-ink',
  current: 'border-needle font-medium',
  open: 'border-rule-strong',
  ahead: 'border-rule text-ink-soft',
} as const

type StepProps = { number: number; label: string; state: keyof typeof edge; onPress: () => void }

function Step({ number, label, state, onPress }: StepProps) {
  const words = (
    <>
      <span className="figures mr-2 text-ink-soft">
        {state === 'done' ? <Check aria-hidden className="inline size-3.5 text-good" /> : number}
      </span>
      <span className={cn(state !== 'current' && 'max-sm:sr-only')}>{label}</span>
      {state === 'done' && <span className="sr-only"> ({t('stepDone')})</span>}
    </>
  )
  const look = cn('block w-full min-h-9 whitespace-nowrap border-t-2 py-2 text-left text-small', edge[state])
  return (
    <li className={cn('min-w-0', state === 'current' ? 'flex-auto sm:flex-1' : 'flex-1')}>
      {state === 'done' || state === 'open' ? (
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
