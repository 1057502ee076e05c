// A post's words as HTML: what is linked, what is kept, and that nothing in them can run.
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { html } from '../../../src/channels/community/html.ts'
import { headline, neat, richText } from '../../../src/channels/community/rich-text.ts'

describe('rich text', () => {
  it('keeps lines and paragraphs', () => {
    expect(richText('one\ntwo\n\n\nthree').text).toBe('<p dir="auto">one<br>two</p><p dir="auto">three</p>')
  })

  it.each([
    ['see https://a.example/x.', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/x_(y)', 'https://a.example/x_(y)'],
    ['HTTP://a.example/?q=1&r=2!', 'HTTP://a.example/?q=1&amp;r=2'],
  ])('links %s', (text, href) => {
    expect(richText(text).text).toContain(`<a href="${href}" rel="nofollow ugc noopener">`)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'www.a.example', 'https://'])(
    'does not link %s',
    (text) => {
      expect(richText(text).text).not.toContain('<a')
    },
  )

  it('shows a look-alike host as what it is', () => {
    expect(richText('https://аpple.example/x').text).toContain('>https://xn--pple-43d.example/x</a>')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/'onclick='alert(1)",
    'https://a.example/<script>alert(1)</script>',
  ])('shows %s as text', (text) => {
    const shown = richText(text).text
    expect(
      shown.replaceAll(/<\/?(?:p|br|a)(?: (?:dir="auto"|href="[^"<>]*"|rel="nofollow ugc noopener"))*>/g, ''),
    ).not.toMatch(/[<>]/)
  })

  it('never makes any other tag or attribute, whatever is written', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      'https://a.example/',
      '\n',
      ' ',
      'x',
      '&lt;',
      '(',
      ')',
      '.',
      'é',
      '\u202e',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const bare = richText(pieces.join('')).text.replaceAll(
          /<\/?(?:p|br|a)(?: (?:dir="auto"|href="https:\/\/[^"<>']*"|rel="nofollow ugc noopener"))*>/g,
          '',
        )
        return !/[<>"']/.test(bare)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['.'.repeat(9_900), ')'.repeat(9_900), `${'.'.repeat(9_900)}x`, '('.repeat(9_900)])(
    'is not slowed down by a long run of signs (%#)',
    (run) => {
      expect(richText(`https://a.example/${run}`).text).toContain('href="https://a.example/')
    },
  )

  it('keeps a French mark on the line of its word', () => {
    expect(neat('Quoi ? « Rien » !')).toBe('Quoi\u00a0? «\u00a0Rien\u00a0»\u00a0!')
  })
})

describe('headline', () => {
  it.each([
    ['Bonjour, où est ma carte ? Je l’attends depuis lundi.', 'Bonjour, où est ma carte ?'],
    ['Une ligne\net une autre', 'Une ligne'],
    ['Ok. Cela ne suffit pas seul. Fin', 'Ok. Cela ne suffit pas seul.'],
    [`${'mot '.repeat(50)}`, /^(mot ){1,25}…$|^mot( mot)+…$/],
  ])('%s', (text, expected) => {
    expect(headline(text)).toMatch(expected)
  })

  it('is never longer than asked for, plus its ellipsis', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.integer({ min: 20, max: 200 }),
        (text, most) => headline(text, most).length <= most + 1,
      ),
    )
  })
})

describe('html', () => {
  it('escapes strings, joins lists, leaves nothing for null and false', () => {
    const given = html`<b title="${'"<&\'>'}">${['<', html`<i>${1}</i>`, null, false]}${undefined}</b>`
    expect(given.text).toBe('<b title="&quot;&lt;&amp;&#39;&gt;">&lt;<i>1</i></b>')
  })
})
