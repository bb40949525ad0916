/**
 * The settings, the start, the setup check and the health of the module.
 *
 * <p>U1. Settings are read here and nowhere else, checked at the start, and handed to each feature as a record of its own.
 * U2. A setting that is wrong stops the start with a message that names it; a missing one that can be added later does
 * not. U3. The start migrates the schema and refuses any other than the expected one. U4. No secret is shown or logged.
 * U5. The sandbox is asked to play its stories where there is one; anywhere else nothing can be asked for.
 */
package com.operatoros.payments.setup;
