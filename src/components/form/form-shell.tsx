import type { UseMutationResult } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type FieldValues, FormProvider, type Path, type UseFormReturn } from 'react-hook-form'
import type { Sentences } from '@/components/feedback/failure-text'
import { t } from '@/components/text'
import { Button, buttonClass } from '@/components/ui/button'
import { readFailure } from '@/lib/failure'
import { FormFailure } from './form-failure'
import { LeaveGuard } from './leave-guard'
import { type PlacedErrors, placeServerErrors } from './server-errors'

type Props<Values extends FieldValues, Context, Output, Variables, Result> = {
  /** Names the form; the page around it shows the heading. */
  title: string
  form: UseFormReturn<Values, Context, Output>
  mutation: UseMutationResult<Result, Error, Variables>
  toVariables: (values: Output) => Variables
  onDone: (result: Result) => void
  submitLabel: string
  /** Where the page has another primary button. */
  secondary?: boolean
  cancelTo?: LinkProps
  /** The feature's sentence for each error code that the operation documents. */
  sentences: Sentences
  /** Where the form calls a field otherwise than the request does: wire name → form name. */
  aliases?: Readonly<Record<string, string>>
  /** The field of the form that a refusal is about, by error code: its sentence then stands there. */
  owners?: Readonly<Record<string, string>>
  /** Nothing is lost by leaving, for instance where a draft is kept. */
  mayLeave?: boolean
  children: ReactNode
}

/**
 * Everything a form that writes must not forget: what failed and where, what is under way, what would be lost, and
 * which request it was.
 */
export function FormShell<Values extends FieldValues, Context, Output, Variables, Result>({
  title,
  form,
  mutation,
  toVariables,
  onDone,
  submitLabel,
  secondary = false,
  cancelTo,
  sentences,
  aliases,
  owners = {},
  mayLeave = false,
  children,
}: Props<Values, Context, Output, Variables, Result>) {
  const element = useRef<HTMLFormElement>(null)
  const done = useRef(false)
  const sending = useRef(false)
  const [rest, setRest] = useState<PlacedErrors['rest']>([])
  const [refused, setRefused] = useState(0)
  const { isDirty } = form.formState

  const { error } = mutation
  // The summary of a refused call is drawn with the mutation's error, which comes later than its callback.
  useEffect(() => {
    if (refused > 0 || error !== null) firstProblem(element.current)?.focus()
  }, [refused, error])

  const send = (variables: Variables) => {
    setRest([])
    setRefused(0)
    mutation.mutate(variables, {
      onSuccess: (result) => {
        done.current = true
        onDone(result)
      },
      onError: (error) => {
        const { code, fields } = readFailure(error)
        const { placed, rest: unplaced } = placeServerErrors(fields, form.getValues(), aliases)
        const owner = ownerIn(owners[code], form.getValues())
        const sentence = sentences[code]
        if (owner && sentence) form.setError(owner, { type: 'server', message: sentence })
        for (const { name, message } of placed) form.setError(name, { type: 'server', message })
        setRest(unplaced)
      },
      onSettled: () => {
        sending.current = false
      },
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A second press may come before the button has been drawn busy, even before validation has answered.
    if (sending.current || mutation.isPending) return
    sending.current = true
    const refuse = () => {
      sending.current = false
      setRefused((count) => count + 1)
    }
    const sent = form.handleSubmit((values) => send(toVariables(values)), refuse)(event)
    sent.catch((mistake: unknown) => {
      sending.current = false
      throw mistake
    })
  }

  return (
    <FormProvider {...form}>
      <form
        ref={element}
        aria-label={title}
        noValidate
        onSubmit={submit}
        onChange={() => {
          done.current = false
        }}
        className="flex flex-col gap-6"
      >
        <fieldset disabled={mutation.isPending} className="contents">
          {children}
        </fieldset>
        <FormFailure
          error={error}
          rest={rest}
          onOneField={error !== null && owners[readFailure(error).code] !== undefined}
          sentences={sentences}
          onCheckAgain={() => mutation.variables !== undefined && send(mutation.variables)}
        />
        <div className="flex flex-wrap items-center gap-3 border-rule border-t pt-4">
          <Button type="submit" variant={secondary ? 'secondary' : 'primary'} busy={mutation.isPending}>
            {submitLabel}
          </Button>
          {cancelTo && (
            <Link {...cancelTo} className={buttonClass({ variant: 'ghost' })}>
              {t('cancel')}
            </Link>
          )}
        </div>
      </form>
      <LeaveGuard when={() => isDirty && !mayLeave && !done.current} />
    </FormProvider>
  )
}

/** The name as one of the form's own; a field that this form does not have owns nothing. */
const ownerIn = <Values extends FieldValues>(name: string | undefined, values: Values): Path<Values> | undefined =>
  placeServerErrors(name === undefined ? {} : { [name]: '' }, values).placed[0]?.name

/** The first control with a complaint in the order of the page, otherwise the summary. */
const firstProblem = (form: HTMLFormElement | null): HTMLElement | null | undefined =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? form?.querySelector<HTMLElement>('[data-form-failure]')
