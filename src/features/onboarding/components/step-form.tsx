import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'

type Props = {
  /** Names the step for those who hear the page. */
  label: string
  /** What a refused registration has complained about here: said at the fields, and above them. */
  complaints: readonly { path: string; message: string }[]
  complaintsTitle: string
  complaintsText: string
  nextLabel: string
  /** Everything typed here is right. */
  onNext: () => void
  back?: { label: string; onBack: () => void }
  children: ReactNode
}

/** One step of a form that goes over several: forward is its submit, so Enter goes on; back keeps everything. */
export function StepForm(props: Props) {
  const { label, complaints, complaintsTitle, complaintsText, nextLabel, onNext, back, children } = props
  const form = useFormContext()
  const element = useRef<HTMLFormElement>(null)

  // The fields are there only now: an error of one that is not mounted would stand in the way of every other step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the step is opened with them
  useEffect(() => {
    for (const { path, message } of complaints) form.setError(path, { type: 'server', message })
    const timer = setTimeout(() => focusFirst(element.current))
    return () => clearTimeout(timer)
  }, [complaints])

  const submit = (event: FormEvent) => {
    form.clearErrors()
    const refused = () => setTimeout(() => focusFirst(element.current))
    void form.handleSubmit(onNext, refused)(event)
  }
  return (
    <form ref={element} aria-label={label} noValidate onSubmit={submit} className="grid gap-6">
      {complaints.length > 0 && (
        <Notice tone="bad" title={complaintsTitle}>
          <p>{complaintsText}</p>
        </Notice>
      )}
      {children}
      <div className="flex flex-wrap justify-between gap-3 border-rule border-t pt-4">
        {back ? (
          <Button variant="ghost" onClick={back.onBack}>
            {back.label}
          </Button>
        ) : (
          <span />
        )}
        <Button variant="primary" type="submit">
          {nextLabel}
        </Button>
      </div>
    </form>
  )
}

const focusFirst = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
