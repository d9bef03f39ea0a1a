import type { SecureClient } from './secure-client'
import { SecureFailure } from './secure-failure'
import type { InputOptions, SecureKind, VendorInput } from './vendor'

/** Fields whose values become tokens together. */
export type OpenForm = {
  input: (name: string, kind: SecureKind, options: InputOptions) => VendorInput
  /** A single-use token for each field, by its name. */
  tokenize: () => Promise<Record<string, string>>
}

/** A form of whichever generation is loaded. The newer one has none: its fields make a token each. */
export function openForm(client: SecureClient): OpenForm {
  if ('older' in client) {
    const form = client.older.form()
    return {
      input: (name, kind, options) => form.input(name, kind, options),
      tokenize: () => new Promise((resolve, reject) => form.tokenize(resolve, reject)),
    }
  }
  const fields: (() => Promise<{ tokens: Record<string, string> }>)[] = []
  return {
    input(name, kind, options) {
      const input = client.newer.capture[kind](name, options)
      fields.push(() => input.createToken())
      return input
    },
    async tokenize() {
      if (fields.length === 0) throw new SecureFailure('UNEXPECTED')
      const made = await Promise.all(fields.map((createToken) => createToken()))
      return Object.assign({}, ...made.map(({ tokens }) => tokens))
    },
  }
}
