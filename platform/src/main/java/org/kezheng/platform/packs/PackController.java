package org.kezheng.platform.packs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.kezheng.evidence.calls.Call;
import org.kezheng.platform.calls.CallSheets;
import org.kezheng.platform.http.Problem;
import org.kezheng.security.access.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/packs`: made for a call, downloaded, and verified on the spot by the verifier that everybody can have.
@RestController
@RequestMapping("/api/packs")
class PackController {
    private static final Logger LOG = LoggerFactory.getLogger(PackController.class);

    private final Packs packs;
    private final CallSheets calls;
    private final OutsideVerifier verifier;

    PackController(Packs packs, CallSheets calls, OutsideVerifier verifier) {
        this.packs = packs;
        this.calls = calls;
        this.verifier = verifier;
    }

    record WantedPack(@Nullable String kind, @Nullable String call) {}

    @PostMapping
    ResponseEntity<PackView> make(@AuthenticationPrincipal SignedIn who, @RequestBody WantedPack wanted) {
        if (!"case".equals(wanted.kind())) {
            throw Problem.invalid("kind", "pack.kind", "A pack is of the kind `case`");
        }
        String id = wanted.call();
        Call call = (id == null ? Optional.<Call>empty() : calls.find(id))
                .orElseThrow(() -> Problem.invalid("call", "call.unknown", "There is no call with this id"));
        if (call.endedAt() == null) {
            throw Problem.conflict("pack.call-under-way", "The call is not over yet");
        }
        PackView view = PackView.of(packs.make(call, who));
        return ResponseEntity.accepted()
                .location(URI.create("/api/packs/" + view.id()))
                .body(view);
    }

    @GetMapping
    List<PackView> newest() {
        return packs.newest().stream().map(PackView::of).toList();
    }

    @GetMapping("/{id}")
    PackView pack(@PathVariable("id") String id) {
        return PackView.of(known(id));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable("id") String id, @AuthenticationPrincipal SignedIn who) {
        StoredPack pack = ready(id);
        Path file = packs.fileOf(pack);
        packs.recordDownload(pack, who);
        ContentDisposition name = ContentDisposition.attachment()
                .filename("kezheng-case-" + pack.id() + ".zip")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(new FileSystemResource(file));
    }

    @PostMapping("/{id}/verification")
    OutsideVerifier.Result verification(@PathVariable("id") String id) {
        StoredPack pack = ready(id);
        try {
            return verifier.verify(packs.fileOf(pack));
        } catch (IOException failure) {
            LOG.error("Pack {} could not be verified", pack.id(), failure);
            throw Problem.unavailable("verifier.unavailable", "The verifier could not be run");
        }
    }

    private StoredPack ready(String id) {
        StoredPack pack = known(id);
        if (!pack.isReady()) {
            throw Problem.conflict("pack.not-ready", "The pack is not ready");
        }
        return pack;
    }

    private StoredPack known(String id) {
        OptionalLong number =
                id.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
        return number.stream()
                .boxed()
                .flatMap(found -> packs.find(found).stream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("pack.unknown"));
    }
}
