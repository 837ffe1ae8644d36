const { TestEnvironment } = require('jest-environment-node');

/**
 * Node 20.19 and later can require() an ES module; Jest's own CommonJS loader can do so only from Node 24.9 on.
 * CommonJS dependencies that need an ES-module-only package get Node's own require through this global.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.__nodeRequire = require;
  }
};
