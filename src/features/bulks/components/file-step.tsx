import { Upload } from 'lucide-react'
import { type DragEvent, useId, useRef, useState } from 'react'
import { Notice } from '@/components/feedback/notice'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { Select } from '@/components/ui/select'
import { cn } from '@/lib/cn'
import { type Delimiter, delimiters } from '@/lib/csv/sniff-delimiter'
import { localZone } from '@/lib/dates'
import { templateCsv } from '../forms/template'
import type { FileProblem, Surroundings } from '../import/protocol'
import { fileSentence } from '../import/say-file'
import { saveFile } from '../save-file'
import { separatorNames } from '../separators'
import { t } from '../text'
import { PasteRows } from './paste-rows'

type Taken = { name: string; bytes: ArrayBuffer }
type Props = {
  around: Surroundings
  reading: boolean
  problem: FileProblem | undefined
  failed: boolean
  onFile: (name: string, bytes: ArrayBuffer, delimiter?: Delimiter) => void
}

/** Takes a file: dropped, chosen or pasted. What is wrong with it as a file is said here; what is wrong in it, later. */
export function FileStep({ around, reading, problem, failed, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [last, setLast] = useState<Taken>()

  const take = async (file: File | undefined) => {
    if (!file || reading) return
    const taken = { name: file.name, bytes: await file.arrayBuffer() }
    setLast(taken)
    onFile(taken.name, taken.bytes)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className="max-w-3xl">
      {problem && (
        <Notice tone="bad" title={t('fileRefused')} className="mb-5">
          <p>{fileSentence(problem)}</p>
          {problem.code === 'ONE_COLUMN' && last && (
            <SeparatorChoice onChoose={(delimiter) => onFile(last.name, last.bytes, delimiter)} />
          )}
        </Notice>
      )}
      {failed && <Notice tone="bad" title={t('deskFailed')} className="mb-5" />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's short way; the button inside is the way for everyone */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'flex min-h-52 flex-col items-center justify-center gap-3 rounded-panel border border-rule-strong border-dashed px-6 py-8 text-center',
          over ? 'border-accent bg-accent-wash' : 'bg-raised',
        )}
      >
        <Upload aria-hidden className="size-6 text-ink-soft" />
        <p className="font-medium text-lead">{t('dropTitle')}</p>
        <p className="text-ink-soft">{t('dropOr')}</p>
        <Button variant="primary" busy={reading} onClick={() => input.current?.click()}>
          {t('browse')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file, repaired and chosen again, must count as a change.
            event.target.value = ''
          }}
        />
        {reading && <p role="status">{t('reading')}</p>}
      </div>
      <PasteRows
        onRows={(text) => {
          const taken = { name: t('pastedName'), bytes: new TextEncoder().encode(text).slice().buffer }
          setLast(taken)
          onFile(taken.name, taken.bytes)
        }}
      />
      <div className="mt-6 space-y-1.5 text-ink-soft">
        <p>{t('columnsNeeded', { zone: localZone() })}</p>
        <p>{t('accountsBy')}</p>
        <p>{t('limits')}</p>
        <p>{t('stays')}</p>
      </div>
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          onClick={() => saveFile(t('templateName'), new Blob([templateCsv(around.accounts)], { type: 'text/csv' }))}
        >
          {t('template')}
        </Button>
        <span className="text-ink-soft">{t('templateHint')}</span>
      </div>
    </div>
  )
}

function SeparatorChoice({ onChoose }: { onChoose: (delimiter: Delimiter) => void }) {
  const id = useId()
  const [chosen, setChosen] = useState<Delimiter>(';')
  const choose = (value: string) => setChosen(delimiters.find((d) => d === value) ?? ',')
  return (
    <div className="mt-3 flex flex-wrap items-end gap-3">
      <div>
        <Label htmlFor={id}>{t('separator')}</Label>
        <Select id={id} value={chosen} onChange={(event) => choose(event.target.value)} className="mt-1 w-44">
          {delimiters.map((delimiter) => (
            <option key={delimiter} value={delimiter}>
              {separatorNames[delimiter]}
            </option>
          ))}
        </Select>
      </div>
      <Button onClick={() => onChoose(chosen)}>{t('separatorTry')}</Button>
    </div>
  )
}
