/**
 * Who bills, from where, under which address and in which mode; values that the settings give, without behaviour towards
 * payments.
 *
 * <p>B1. Days are those of the business's zone: a due date is a plain date there, and an invoice is paid in time until the last
 * second of it. B2. Each mail to a client has one sender: links are mailed by us, invoices by us or by the gateway, as the settings
 * say. B3. Clients only ever get our own address of a payment, which outlives those of the gateway.
 */
package com.operatoros.payments.business;
