import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod'
import { approvalSettingsUpdate } from '#contract/console/approval-rules'
import { useAccess } from '@/api/access'
import { toast } from '@/components/feedback/toast'
import { FormShell } from '@/components/form/form-shell'
import { TextField } from '@/components/form/text-field'
import { Section } from '@/components/layout/section'
import { useSetExpiry } from '../mutations'
import { r } from '../rule-text'

const fields = z.object({
  hours: z
    .string()
    .trim()
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 720, {
      error: () => r('expiryRefused'),
    }),
})

/** How long payments wait that nobody decides on. Without the permission it is only told. */
export function ExpiryForm({ hours }: { hours: number }) {
  const { may } = useAccess()
  const set = useSetExpiry()
  const form = useForm({
    values: { hours: String(hours) },
    resolver: zodResolver(fields),
  })
  return (
    <Section title={r('expiryTitle')}>
      {may(approvalSettingsUpdate.permission) ? (
        <div className="max-w-xl">
          <FormShell
            title={r('expiryTitle')}
            form={form}
            mutation={set}
            toVariables={(values) => Number(values.hours)}
            onDone={({ expiryHours }) => toast.success(r('expirySaved', { hours: expiryHours }))}
            submitLabel={r('expirySave')}
            secondary
            sentences={{}}
          >
            <TextField name="hours" label={r('expiry')} hint={r('expiryHint')} inputMode="numeric" required />
          </FormShell>
        </div>
      ) : (
        <p className="text-ink-soft">{r('expirySaved', { hours })}</p>
      )}
    </Section>
  )
}
