/**
 * JSON as Jakarta EE knows it.
 *
 * <p>JN1. What reads and makes JSON is looked for once. The methods of {@code jakarta.json.Json} look through all that is installed each
 * time they are called, which cost a sixth of an event's processor time.
 */
package com.operatoros.payments.json;
