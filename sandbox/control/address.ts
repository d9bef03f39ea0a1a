import * as z from 'zod'

/** Where the sandbox is to send something; null is nowhere. */
export const Address = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    // A path may be appended to it, and `fetch` takes no credentials in an address.
    .refine((url) => !/[?#@]/.test(url), 'must be an address without query and credentials')
    .nullable(),
})
