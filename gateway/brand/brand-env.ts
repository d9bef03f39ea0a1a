import * as z from 'zod'
import type { Brand } from '../../contract/brand'
import { ownBrand } from '../../contract/brand'
import { isLoopback } from '../http/origin'
import { type Logo, readLogo } from './logo'

const line = (name: string, most: number) =>
  z
    .string()
    .trim()
    .regex(/^[^\p{Cc}]+$/u, `${name} must be one line of text.`)
    .refine((text) => text.length <= most, `${name} must have at most ${most} characters.`)
    .optional()

const link = (name: string) =>
  z
    .string()
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined
      return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
    }, `${name} must be an https address (http only on this machine).`)
    .optional()

/** Whose console it is; whatever is left out is ours, or is not shown. */
export const BrandVariables = z.object({
  BRAND_NAME: line('BRAND_NAME', 40),
  BRAND_LOGO: z
    .string()
    .transform((file, { addIssue }) => {
      const read = readLogo(file)
      if ('mistake' in read) {
        addIssue({ code: 'custom', message: `BRAND_LOGO ${read.mistake}` })
        return z.NEVER
      }
      return read
    })
    .optional(),
  BRAND_ACCENT: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'BRAND_ACCENT must be a colour, as in #0b5462.')
    .toLowerCase()
    .optional(),
  BRAND_SUPPORT_EMAIL: z.email('BRAND_SUPPORT_EMAIL must be an e-mail address, as in help@example.com.').optional(),
  BRAND_LEGAL_NAME: line('BRAND_LEGAL_NAME', 120),
  BRAND_TERMS_URL: link('BRAND_TERMS_URL'),
  BRAND_PRIVACY_URL: link('BRAND_PRIVACY_URL'),
  BRAND_LEGAL_NOTICE: line('BRAND_LEGAL_NOTICE', 500),
})

/** The same as the page is told it, and the picture that the gateway serves. */
export function brandOf(data: z.output<typeof BrandVariables>): { brand: Brand; logo: Logo | undefined } {
  const { BRAND_LOGO: logo } = data
  const told = {
    logo: logo?.path,
    accent: data.BRAND_ACCENT,
    supportEmail: data.BRAND_SUPPORT_EMAIL,
    legalName: data.BRAND_LEGAL_NAME,
    termsUrl: data.BRAND_TERMS_URL,
    privacyUrl: data.BRAND_PRIVACY_URL,
    legalNotice: data.BRAND_LEGAL_NOTICE,
  }
  const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
  return { brand: { name: data.BRAND_NAME ?? ownBrand.name, ...known }, logo }
}
