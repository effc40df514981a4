/** userstore: the people of a realm, in Keycloak's own database and in directories, where "no answer" is not "nobody". */
package com.mailup.keycloak.userstore;
