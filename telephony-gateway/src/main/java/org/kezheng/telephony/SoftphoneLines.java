package org.kezheng.telephony;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Softphone lines on the PBX: pushed into its memory, never into a file of its own. They are gone when the PBX
/// restarts: issue them again after a [PbxEvent.Connected] with a new boot epoch.
///
/// Calls block up to the configured time and throw [PbxUnreachableException] when the PBX did not do it. They may be
/// repeated without harm.
public final class SoftphoneLines {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private final ConfigurationRequests requests;
    private final String mediaAddress;

    /// Lines on the PBX at that address; nothing is sent yet.
    ///
    /// @param mediaAddress the address, in digits, at which the PBX takes the softphones' audio
    public SoftphoneLines(ConfigurationAccess access, String mediaAddress) {
        if (!ADDRESS.matcher(mediaAddress).matches()) {
            throw new IllegalArgumentException("not an address for audio");
        }
        this.requests = new ConfigurationRequests(access);
        this.mediaAddress = mediaAddress;
    }

    /// Issues the line, or gives an existing one this password. A browser may register with it at once.
    public void issue(SoftphoneLine line) throws PbxUnreachableException {
        String name = line.endpoint();
        requests.put("aor", name, Map.of("max_contacts", "1", "remove_existing", "yes", "minimum_expiration", "30"));
        requests.put(
                "auth",
                name,
                Map.of(
                        "auth_type",
                        "userpass",
                        "username",
                        name,
                        "password",
                        line.password().reveal()));
        requests.put("endpoint", name, endpointFields(name));
    }

    /// Takes the line away: its password is refused at once, and no call reaches what had registered with it. A call
    /// in progress goes on. Unknown lines are no error.
    public void revoke(String endpoint) throws PbxUnreachableException {
        SoftphoneLine.requireEndpoint(endpoint);
        requests.delete("endpoint", endpoint);
        requests.delete("auth", endpoint);
        requests.delete("aor", endpoint);
    }

    /// The softphone lines that the PBX knows now.
    public Set<String> known() throws PbxUnreachableException {
        Set<String> lines = new TreeSet<>();
        for (JsonNode endpoint : requests.get("/ari/endpoints/PJSIP")) {
            String name = endpoint.path("resource").asString("");
            if (name.startsWith(SoftphoneLine.PREFIX)) {
                lines.add(name);
            }
        }
        return lines;
    }

    private Map<String, String> endpointFields(String name) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("aors", name);
        fields.put("auth", name);
        fields.put("transport", "ws");
        fields.put("context", "kezheng-none");
        fields.put("webrtc", "yes");
        fields.put("dtls_auto_generate_cert", "yes");
        fields.put("identify_by", "auth_username,username");
        fields.put("disallow", "all");
        fields.put("allow", "opus,ulaw");
        fields.put("direct_media", "no");
        fields.put("media_address", mediaAddress);
        fields.put("bind_rtp_to_media_address", "yes");
        // Asterisk knows the customer's number on this leg, once joined, as its connected line. It stays there.
        fields.put("send_connected_line", "no");
        fields.put("from_domain", "kezheng");
        fields.put("allow_transfer", "no");
        fields.put("allow_subscribe", "no");
        fields.put("tone_zone", "cn");
        return fields;
    }
}
