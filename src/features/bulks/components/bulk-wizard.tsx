import { Button } from '@/components/ui/button'
import { Wizard } from '@/components/wizard/wizard'
import type { Delimiter } from '@/lib/csv/sniff-delimiter'
import type { DeskState } from '../import/desk-store'
import type { OpenedFile, Surroundings } from '../import/protocol'
import { useDesk } from '../import/use-desk'
import { separatorNames } from '../separators'
import type { StepId } from '../step-ids'
import { furthestStep, type InWork, type Step, stepToShow } from '../steps'
import { t } from '../text'
import { CheckStep } from './check-step'
import { ColumnsStep } from './columns-step'
import { FileStep } from './file-step'
import { ReviewStep } from './review-step'

const steps = [
  { id: 'file', label: t('stepFile') },
  { id: 'columns', label: t('stepColumns') },
  { id: 'check', label: t('stepCheck') },
  { id: 'review', label: t('stepReview') },
] as const satisfies readonly { id: StepId; label: string }[]

type Props = {
  asked: StepId | undefined
  state: DeskState
  around: Surroundings
  onStep: (step: StepId) => void
  onFile: (name: string, bytes: ArrayBuffer, delimiter?: Delimiter) => void
  onOtherFile: () => void
  onSubmitted: (bulkId: string, rows: number) => void
}

export function BulkWizard(props: Props) {
  const { state, onStep } = props
  const work: InWork = state.file && state.summary ? { file: state.file, summary: state.summary } : undefined
  const step = stepToShow(props.asked, work)
  return (
    <Wizard title={t('newTitle')} steps={steps} current={step.id} furthest={furthestStep(work)} onStep={onStep}>
      {work && step.id !== 'file' && <FileFacts file={work.file} onOtherFile={props.onOtherFile} />}
      <StepBody step={step} {...props} />
    </Wizard>
  )
}

function StepBody({ step, state, around, onStep, onFile, onSubmitted }: Props & { step: Step }) {
  const desk = useDesk()
  switch (step.id) {
    case 'file':
      return (
        <FileStep
          around={around}
          reading={state.phase === 'reading'}
          problem={state.problem}
          failed={state.failed ?? false}
          onFile={onFile}
        />
      )
    case 'columns':
      return (
        <ColumnsStep
          file={step.file}
          onMapping={(mapping) => void desk.map(mapping, step.file.decimalMark, false)}
          onMark={(mark) => void desk.map(step.file.mapping, mark, true)}
          onContinue={() => onStep('check')}
        />
      )
    case 'check':
      return (
        <CheckStep
          file={step.file}
          summary={step.summary}
          filter={state.filter}
          view={state.view}
          onContinue={() => onStep('review')}
        />
      )
    case 'review':
      return <ReviewStep file={step.file} summary={step.summary} onSubmitted={onSubmitted} />
    default:
      return step satisfies never
  }
}

function FileFacts({ file, onOtherFile }: { file: OpenedFile; onOtherFile: () => void }) {
  return (
    <p className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-soft text-small">
      {t('fileFacts', {
        name: file.name,
        rows: file.rows,
        encoding: file.encoding.toUpperCase(),
        separator: separatorNames[file.delimiter].toLowerCase(),
      })}
      <Button variant="link" size="sm" onClick={onOtherFile}>
        {t('otherFile')}
      </Button>
    </p>
  )
}
