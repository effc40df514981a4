/** trial-reminder: mails before and at the end of a trial, as a step of Keycloak's workflows. */
package com.mailup.keycloak.trialreminder;
