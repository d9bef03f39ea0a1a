import * as z from 'zod'

/** Whose console it is, as the gateway's configuration says at run time. */
export const Brand = z.object({
  name: z.string().min(1).max(40),
  /** Path on this origin of a picture that the gateway serves. */
  logo: z.string().optional(),
  /** `#rrggbb`; the page makes readable shades of it for light and dark. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  supportEmail: z.email().optional(),
  /** The company behind the programme, as its terms call it. */
  legalName: z.string().max(120).optional(),
  termsUrl: z.url().optional(),
  privacyUrl: z.url().optional(),
  /** A sentence that the law wants on the sign-in page. */
  legalNotice: z.string().max(500).optional(),
})
export type Brand = z.infer<typeof Brand>

export const ownBrand: Brand = { name: 'Multi Console' }
