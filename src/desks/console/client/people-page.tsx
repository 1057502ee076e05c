// Who may do what.
import { Dropdown, Option } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { Person } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'

const roles: readonly Person['role'][] = ['customer', 'member', 'moderator', 'admin']

export function PeoplePage() {
  const { words, tell } = useConsole()
  const [people, setPeople] = useState<readonly Person[]>([])
  const load = useCallback(async () => {
    const asked = await api.people()
    if (asked.kind === 'ok') setPeople(asked.value.people)
  }, [])
  useEffect(() => void load(), [load])
  const change = async (id: string, role: Person['role']) => {
    const asked = await api.setRole(id, role)
    if (asked.kind === 'ok') tell(words.saved)
    else tell(words.failed, 'bad')
    void load()
  }
  return (
    <main className="page">
      <h1>{words.people}</h1>
      <table>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>{person.name}</td>
              <td className="hint">{person.email}</td>
              <td>
                <Dropdown
                  aria-label={`${words.role} ${person.name}`}
                  value={words.roles[person.role]}
                  selectedOptions={[person.role]}
                  onOptionSelect={(_, { optionValue }) =>
                    optionValue && void change(person.id, optionValue as Person['role'])
                  }
                >
                  {roles.map((role) => (
                    <Option key={role} value={role}>
                      {words.roles[role]}
                    </Option>
                  ))}
                </Dropdown>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
