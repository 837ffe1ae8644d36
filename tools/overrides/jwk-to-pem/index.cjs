const { createPublicKey } = require('node:crypto');

/** A public key from its JWK, as PEM. Node does this itself; the package of this name brings a curve library of its own. */
module.exports = (jwk) => createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
