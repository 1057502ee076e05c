// The face of the web server.
export { type Allowance, type Allowances, defaultAllowances } from './flood.ts'
export { isLoopback } from './origin.ts'
export { createPeople, type OpenIdSettings, type People, type PeopleOptions } from './people/index.ts'
export { createHttp, type Http, type HttpOptions } from './server.ts'
