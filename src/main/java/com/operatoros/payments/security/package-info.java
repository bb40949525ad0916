/**
 * Who may do what: the authentication of pages and calls, the throttle of wrong passwords, the guard against other sites.
 *
 * <p>Z1. Users and groups are the server's (server.xml, LDAP); the group {@code admin} is the role {@code admin}.
 * Z2. Pages are redirected to {@code /login}, JSON calls get a 401 that no browser turns into a password dialog.
 * Z3. A session is good for a JSON call only together with the header {@code X-Requested-With}. Z4. Requests that change
 * something, JSON calls and the live connection are refused when another site sent them. Z5. After ten wrong passwords
 * from one address for one name, that pair waits a minute.
 */
package com.operatoros.payments.security;
