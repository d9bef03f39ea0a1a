import type { FieldValues, Path } from 'react-hook-form'
import type { FieldError } from '#contract/errors'
import { catalogue } from '@/lib/text'

/** One for every word of the vendor's: a new one does not compile until it has a sentence. */
const sentences = {
  REQUIRED: 'This is needed.',
  HAS_TEXT: 'This must not be empty.',
  REQUIRES: 'This needs another field to be filled in as well.',
  SIZE: 'This is too short or too long.',
  RANGE: 'This is outside of what is allowed.',
  IN: 'This is not one of the allowed values.',
  NOT_IN: 'This value is not allowed.',
  REGEX: 'This has characters or a form that is not allowed.',
  EXACTLY: 'This does not have the right number of values.',
  AT_LEAST: 'There are too few values.',
  AT_MOST: 'There are too many values.',
  ALL_OR_NONE: 'Fill in all of these fields, or none.',
} as const satisfies Record<FieldError, string>
const t = catalogue('field', { ...sentences, other: 'This was not accepted ({code}).' })

const isKnown = (code: string): code is FieldError => Object.hasOwn(sentences, code)

/** A sentence for the vendor's complaint about a field. */
export const fieldErrorText = (code: string): string => (isKnown(code) ? t(code) : t('other', { code }))

export type PlacedErrors<Name extends string = string> = {
  /** Complaints whose field the form has. */
  placed: { name: Name; message: string }[]
  /** Complaints about something that the person did not type here. */
  rest: { path: string; message: string }[]
}

const has = (values: unknown, path: string): boolean => {
  let at = values
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false
    at = Reflect.get(at, key)
  }
  return true
}

/**
 * Sorts the complaints of an answer by whether the form has their field. The wire's names begin with `request.`; where
 * the form is flatter than the request, the last part of the name decides; `aliases` (wire → form) has the last word.
 */
export const placeServerErrors = <Values extends FieldValues>(
  fields: Readonly<Record<string, string>>,
  values: Values,
  aliases: Readonly<Record<string, string>> = {},
): PlacedErrors<Path<Values>> => {
  const inForm = (path: string): path is Path<Values> => path !== '' && has(values, path)
  const result: PlacedErrors<Path<Values>> = { placed: [], rest: [] }
  for (const [wireName, code] of Object.entries(fields)) {
    const path = wireName.replace(/^request\./, '').replace(/\[(\d+)\]/g, '.$1')
    const parts = path.split('.')
    const candidates = [aliases[path] ?? aliases[wireName] ?? path, parts[0] ?? '', parts.at(-1) ?? '']
    const name = candidates.find(inForm)
    if (name) result.placed.push({ name, message: fieldErrorText(code) })
    else result.rest.push({ path, message: fieldErrorText(code) })
  }
  return result
}
