/** trial-username: tells whoever has opened a trial the user name, on screen and by mail. */
package com.mailup.keycloak.trialusername;
