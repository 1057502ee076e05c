// A call-back link opens its own thread's form and no other.
import { describe, expect, test } from '@jest/globals'
import { signedLinks } from '../../../src/channels/index.ts'

const links = signedLinks('a secret of the house', 'https://brand.example/')
const tokenOf = (link: string) => new URL(link).pathname.replace('/call-back/', '')
const token = tokenOf(links.linkTo('thread-1'))

describe('a signed link', () => {
  test('stands under the address that people use, and leads back to its thread', () => {
    expect(links.linkTo('thread-1')).toMatch(/^https:\/\/brand\.example\/call-back\/thread-1\.[\w-]{22}$/)
    expect(links.threadOf(token)).toBe('thread-1')
  })

  test.each([
    ['of another thread', token.replace('thread-1', 'thread-2')],
    ['cut short', token.slice(0, -1)],
    ['changed by a letter', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
    ['without a signature', 'thread-1'],
    ['of another house', tokenOf(signedLinks('another secret', 'https://brand.example').linkTo('thread-1'))],
    ['that is empty', ''],
    ['in letters that are no bytes of ours', `thread-1.${'é'.repeat(22)}`],
  ])('%s leads nowhere', (_, forged) => {
    expect(links.threadOf(forged)).toBeNull()
  })
})
