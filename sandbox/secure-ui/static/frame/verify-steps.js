import { alert, button, el, facts, mark } from './verify-parts.js'

/** Each step: its name in the list of steps, and its screen. A screen answers what stands under its heading. */
export const steps = [
  { name: 'Consent', screen: consent },
  { name: 'Details', screen: details },
  { name: 'Documents', screen: documents },
  { name: 'Check', screen: check },
]

function consent({ words, look, given, next }) {
  const box = el('input', { type: 'checkbox', id: 'consent', checked: given.consent })
  const forward = () => {
    mark(box, box.checked ? undefined : 'Without your consent nothing can be checked.')
    if (!box.checked) return box.focus()
    given.consent = true
    next()
  }
  return {
    heading: words.title,
    body: [
      look.comment ? alert(`It was sent back with this note: ${look.comment}`) : undefined,
      el('p', {}, 'The financial institution behind your accounts has to know its customers. It will check:'),
      el(
        'ul',
        {},
        words.checked.map((line) => el('li', {}, line)),
      ),
      el('p', {}, `Have these at hand: ${words.documents.map(({ label }) => lower(label)).join('; ')}.`),
      el(
        'div',
        { class: 'row choice' },
        box,
        el('label', { for: 'consent' }, 'I accept the institution’s terms and agree that it checks these details.'),
      ),
    ],
    actions: [button('Continue', forward, 'main')],
  }
}

function details({ words, look, given, next, back }) {
  const option = (value, label) =>
    el(
      'div',
      { class: 'choice' },
      el('input', { type: 'radio', name: 'micro', id: `micro-${value}`, value, checked: given.micro === value }),
      el('label', { for: `micro-${value}` }, label),
    )
  const micro = el(
    'fieldset',
    { class: 'row', id: 'micro', role: 'radiogroup' },
    el('legend', {}, 'Is the company a micro-enterprise?'),
    el('p', { class: 'hint' }, 'Fewer than ten people, and at most two million euros of turnover or balance sheet.'),
    option('yes', 'Yes'),
    option('no', 'No'),
  )
  const forward = () => {
    given.micro = micro.querySelector(':checked')?.value
    const missing = words.micro && !given.micro
    mark(micro, missing ? 'Choose one of the two.' : undefined)
    if (missing) return micro.querySelector('input').focus()
    next()
  }
  return {
    heading: words.details,
    body: [
      el('p', {}, 'This is what was given when the account was opened. If it is wrong, correct it before you go on.'),
      facts(look.details),
      words.micro ? micro : undefined,
    ],
    actions: [button('Continue', forward, 'main'), button('Back', back)],
  }
}

function documents({ words, given, next, back }) {
  const inputs = words.documents.map(({ id }) => {
    const input = el('input', { type: 'file', id, onchange: () => mark(input) })
    if (given.files[id]) fill(input, given.files[id])
    return input
  })
  const samples = () => {
    words.documents.forEach(({ sample }, at) => {
      fill(inputs[at], new File(['sample'], sample))
      mark(inputs[at])
    })
  }
  const forward = () => {
    words.documents.forEach(({ id, label }, at) => {
      given.files[id] = inputs[at].files[0]
      mark(inputs[at], given.files[id] ? undefined : `Choose a file: ${lower(label)}.`)
    })
    const missing = inputs.find((input) => input.files.length === 0)
    if (missing) return missing.focus()
    next()
  }
  return {
    heading: 'Documents',
    body: [
      el(
        'p',
        {},
        'Any file will do. It is not read and does not leave this device: the sandbox is told its name only.',
      ),
      words.documents.map(({ id, label }, at) =>
        el('div', { class: 'row file' }, el('label', { for: id }, label), inputs[at]),
      ),
      el('p', {}, button('Use sample documents', samples, 'link')),
    ],
    actions: [button('Continue', forward, 'main'), button('Back', back)],
  }
}

function check({ words, look, given, submit, back }) {
  const rows = words.documents.map(({ id, label }) => [label, given.files[id].name])
  const micro = words.micro ? [['Micro-enterprise', given.micro === 'yes' ? 'Yes' : 'No']] : []
  return {
    heading: 'Check and submit',
    body: [
      el('p', {}, 'What you submit cannot be changed while it is being reviewed.'),
      facts([...look.details, ...micro, ...rows]),
    ],
    actions: [button('Submit for review', submit, 'main'), button('Back', back)],
  }
}

/** Puts a file into a field as if it had been chosen. */
function fill(input, file) {
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
}

const lower = (label) => label[0].toLowerCase() + label.slice(1)
