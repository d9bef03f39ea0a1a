import { ask } from './ask.js'
import { awaitPage } from './channel.js'
import { decision, result } from './verify-outcome.js'
import { alert, el, wear } from './verify-parts.js'
import { steps } from './verify-steps.js'
import { wordsFor } from './verify-words.js'

/** Walks a person through a check, one screen after the other, and tells the page how far it has come. */
const main = document.querySelector('main')
const expectations = new Set(['company', 'consumer', 'director'])
const problems = {
  REFERENCE_NOT_FOUND: 'This verification has ended or was started anew. Go back to the page you came from.',
  OTHER_CHECK: 'This reference belongs to another kind of verification.',
  STATE_INVALID: 'The verification has moved on meanwhile. Reload the page to see where it stands.',
  UI_KEY: 'This page may not show verifications: its key is not known.',
  NETWORK: 'There is no connection just now. Try again in a moment.',
}

async function begin(hello, port) {
  const { reference, expected, hideSteps } = hello
  const given = { files: {} }
  let look
  let at = 0
  const tell = (event, detail = {}) => port.postMessage({ event, detail })
  const call = (what, more) => ask(`verifications/${what}`, hello, { reference, expected, ...more })
  if (hello.css) wear(hello.css)
  new ResizeObserver(() => tell('height', { height: Math.ceil(main.getBoundingClientRect().height) })).observe(main)
  tell('ready')

  const go = (to) => {
    at = to
    draw(steps[at].screen({ words: wordsFor(look), look, given, next, back, submit }), at)
    tell('step', { step: steps[at].name.toLowerCase(), number: at + 1, of: steps.length })
  }
  const next = () => go(at + 1)
  const back = () => go(at - 1)
  const submit = () =>
    busy(async () => {
      const documents = Object.values(given.files).map(({ name }) => name)
      look = await call('submit', { documents, microEnterprise: given.micro === 'yes' })
      tell('submitted', { reference, status: look.status })
      review()
    })
  const review = () => draw(decision({ words: wordsFor(look), decide, leave: finish }))
  const decide = (outcome, { reason, comment }) =>
    busy(async () => {
      const why = outcome === 'APPROVED' ? {} : { reasons: [reason], ...(comment && { comment }) }
      look = await call('decide', { outcome, ...why })
      finish()
      const rejectType = outcome === 'REJECTED' ? 'FINAL' : outcome === 'DOCUMENTS_REQUESTED' ? 'RETRY' : undefined
      tell('outcome', { reference, status: look.status, ...(rejectType && { rejectType }) })
    })
  const finish = () => draw(result(look))

  /** One request at a time; what goes wrong is said where it happened and told to the page. */
  async function busy(work) {
    // Not `disabled`: that would take the focus from whoever has just pressed one of them.
    if (main.hasAttribute('aria-busy')) return
    main.setAttribute('aria-busy', 'true')
    main.querySelector('.problem')?.remove()
    try {
      await work()
    } catch (error) {
      fail(error.message)
    }
    main.removeAttribute('aria-busy')
  }

  function fail(code) {
    const sentence = problems[code] ?? 'That did not work. Try again in a moment.'
    main.append(el('div', { class: 'problem' }, alert(sentence)))
    tell('error', { code, message: sentence })
  }

  function draw({ heading, body, actions, kind = '' }, step) {
    const title = el('h1', { tabindex: '-1', class: kind }, heading)
    const focused = main.contains(document.activeElement)
    main.replaceChildren(
      el('p', { class: 'sandbox' }, el('strong', {}, 'Sandbox'), ' Nothing is really checked here.'),
      ...(step === undefined || hideSteps ? [] : [progress(step)]),
      title,
      ...body.flat().filter((part) => part !== undefined),
      ...(actions.length > 0 ? [el('div', { class: 'buttons' }, actions)] : []),
    )
    // Whoever has just pressed a button goes on from the new heading; whoever is elsewhere in the page stays there.
    if (!focused) return
    title.focus({ preventScroll: true })
    tell('top')
  }

  await busy(async () => {
    look = await call('look')
    if (look.status === 'PENDING_REVIEW') review()
    else if (look.status === 'APPROVED' || look.status === 'REJECTED') finish()
    else go(0)
  })
}

const progress = (at) =>
  el(
    'ol',
    { class: 'steps', 'aria-label': 'Steps' },
    steps.map(({ name }, number) =>
      el('li', { 'aria-current': number === at ? 'step' : undefined, class: number < at ? 'done' : '' }, name),
    ),
  )

awaitPage((hello) => expectations.has(hello.expected) && typeof hello.reference === 'string', begin)
