// A Node environment whose typed arrays are the process's own: native code checks for them by identity.
import { TestEnvironment } from 'jest-environment-node'

export default class OuterArrays extends TestEnvironment {
  async setup() {
    await super.setup()
    Object.assign(this.global, { Float32Array, BigInt64Array, Uint8Array })
  }
}
