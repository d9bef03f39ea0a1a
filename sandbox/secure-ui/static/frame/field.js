import { ask } from './ask.js'
import { awaitPage } from './channel.js'
import { dress } from './dress.js'
import { strengthOf } from './strength.js'
import { createTwin } from './twin.js'

/**
 * The field itself, in a document of its own. What is typed goes to this document's own server and nowhere else. The page
 * learns that there is something, never what.
 */
const form = document.querySelector('form')
const input = document.querySelector('input[type=password]')
const autocompletes = new Set(['current-password', 'new-password', 'one-time-code', 'off'])
const kinds = {
  password: { autocomplete: 'current-password' },
  confirmPassword: { autocomplete: 'new-password' },
  passCode: { autocomplete: 'off', numeric: true },
  confirmPassCode: { autocomplete: 'off', numeric: true },
  cardPin: { autocomplete: 'off', numeric: true },
}

let port
let field
let twin

function begin(hello, channel) {
  field = hello
  const { autocomplete, numeric } = kinds[field.kind]
  input.autocomplete = autocomplete
  if (numeric) input.inputMode = 'numeric'
  port = channel
  port.onmessage = told
  twin = createTwin(field, () => input.value, changed)
  port.postMessage({ event: 'ready' })
  // A password manager may have been quicker.
  if (input.value !== '') changed()
}

function told({ data }) {
  switch (data.do) {
    case 'look':
      dress(data.look)
      return equip(data.options)
    case 'focus':
      return takeFocus()
    case 'blur':
      return input.blur()
    case 'clear':
      input.value = ''
      return typed()
    case 'tokenize':
      return tokenize(data.id)
  }
}

/** The page gives the focus to the frame and then says so; whoever has moved on meanwhile is not called back. */
function takeFocus() {
  if (document.hasFocus()) input.focus()
  else addEventListener('focus', () => input.focus(), { once: true })
}

function equip({ placeholder, maxlength, autocomplete, ariaLabel, ariaInvalid, ariaDescription }) {
  if (placeholder !== undefined) input.placeholder = String(placeholder)
  if (Number.isInteger(maxlength) && maxlength > 0) input.maxLength = Math.min(maxlength, 100)
  if (autocompletes.has(autocomplete)) input.autocomplete = autocomplete
  if (ariaLabel !== undefined) input.ariaLabel = String(ariaLabel)
  if (ariaInvalid !== undefined) input.ariaInvalid = String(ariaInvalid)
  if (ariaDescription !== undefined) input.setAttribute('aria-description', String(ariaDescription))
}

function typed() {
  if (!port) return
  twin.tell()
  changed()
}

function changed() {
  const empty = input.value === ''
  const rightForm = !kinds[field.kind].numeric || /^\d{4}$/.test(input.value)
  const valid = !empty && rightForm && !twin.differs()
  const autofill = input.matches(':autofill')
  input.classList.toggle('empty', empty)
  input.classList.toggle('valid', valid)
  input.classList.toggle('invalid', !empty && !valid)
  port.postMessage({ event: 'change', detail: { empty, valid, invalid: !empty && !valid, autofill } })
  if (field.kind === 'password') port.postMessage({ event: 'strength', detail: strengthOf(input.value) })
}

async function tokenize(answer) {
  const refuse = (error) => port.postMessage({ answer, error })
  if (input.value === '') return refuse('EMPTY')
  if (twin.differs()) return refuse('MISMATCH')
  try {
    const { token } = await ask('tokens', field, { kind: field.kind, value: input.value })
    port.postMessage({ answer, value: token })
  } catch (error) {
    refuse(error.message)
  }
}

awaitPage((hello) => Object.hasOwn(kinds, hello.kind), begin)
input.addEventListener('input', typed)
input.addEventListener('change', typed)
for (const event of ['focus', 'blur']) input.addEventListener(event, () => port?.postMessage({ event }))
input.addEventListener('keyup', ({ key }) => {
  // Which characters are typed, in what case and how they are mended, is nobody's business.
  if (key === 'Enter' || key === 'Escape' || key === 'Tab') port?.postMessage({ event: 'keyup', detail: { key } })
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  port?.postMessage({ event: 'submit' })
})
