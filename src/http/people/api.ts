// The people as data: who am I, and for admins who is there and what each may do.
import type { Person, Route } from '../../ports/index.ts'
import { changeRole, isRole, listPeople, roles, toPerson } from './accounts.ts'
import type { PeopleDeps } from './deps.ts'

export function peopleApi({ auth, store, clock }: PeopleDeps): Route[] {
  return [
    {
      method: 'GET',
      path: '/api/me',
      access: 'public',
      limit: 'api',
      handle: async (_request, { person }) => Response.json({ person }),
    },
    {
      method: 'GET',
      path: '/api/people',
      access: 'admin',
      limit: 'api',
      handle: async () => {
        const rows = await listPeople(auth)
        const people = rows.map((row) => ({
          ...toPerson(row),
          createdAt: new Date(row.createdAt).getTime(),
          secondFactor: Boolean(row.twoFactorEnabled),
        }))
        return Response.json({ people })
      },
    },
    {
      method: 'PUT',
      path: '/api/people/:id/role',
      access: 'admin',
      limit: 'api',
      body: 'json',
      handle: async (request, { params, person: admin }) => {
        const body: unknown = await request.json()
        const role = typeof body === 'object' && body !== null && 'role' in body ? body.role : undefined
        if (!isRole(role)) return problem(400, 'invalid', `role must be one of ${roles.join(', ')}`, 'role')
        const change = await changeRole(auth, params.id ?? '', role)
        switch (change.kind) {
          case 'notFound':
            return problem(404, 'notFound', 'There is no such person.')
          case 'guest':
            return problem(409, 'guest', 'A guest has no account; they must sign up first.')
          case 'lastAdmin':
            return problem(409, 'lastAdmin', 'This is the last admin; make another one first.')
          case 'changed':
            await note(change.person, change.before, admin?.id ?? '')
            return Response.json({ person: change.person })
        }
      },
    },
  ]

  async function note(person: Person, before: Person['role'], by: string): Promise<void> {
    await store.transaction((tx) =>
      tx.audit({
        at: clock.now(),
        threadId: null,
        pageId: null,
        by,
        what: 'role',
        rule: null,
        sentence: `A ${before} became ${person.role}.`,
        details: { person: person.id, before, after: person.role },
      }),
    )
  }
}

function problem(status: number, error: string, message: string, field?: string): Response {
  return Response.json({ error, message, ...(field && { field }) }, { status })
}
