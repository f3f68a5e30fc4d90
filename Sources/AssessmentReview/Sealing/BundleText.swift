internal import AssessmentCore
internal import AssessmentData

/// The texts of a bundle for people who open it without this program.
enum BundleText {
    /// The list that `sha256sum -c` checks.
    static func sums(of files: [OutputFile]) -> String {
        files.map { "\(sha256($0.bytes))  \($0.path)\n" }.joined()
    }

    static func readme(_ run: Seal.Run, _ signer: SignerKey) -> String {
        let reason = run.reason.map { printable($0) }
        let review = run.review.map { review in
            (
                zh: "考核阶段：\(printable(review.stage))（终结），\(printable(review.finalised))。"
                    + "本包即考核存档中第 \(review.run) 次运行，结果摘要：\n  \(printable(review.results))",
                en: "Stage of the review: \(printable(review.stage)), \(printable(review.finalised)). This is run "
                    + "\(review.run) of its archive, with the results\n  \(printable(review.results))"
            )
        }
        return """
            \(printable(run.title.zh))
            ================================================================

            这是一次评估定稿的封存包：全部输入、全部结果与签名。封存后任何改动都能查出。

              inputs/      评估规范与全部数据文件，逐字节原样
              results/     当时写出的全部结果；result.json 含完整台账
              plugins/     以独立进程运行的插件：自我说明与当时的答复
              SHA256SUMS   以上文件的摘要
              seal.json    封存单：每个文件的大小与摘要、结果摘要、签名者公钥
              seal.sig     对 seal.json 的 Ed25519 签名（64 字节）
              signer.pem   签名者公钥
              seal.locator 查找 seal.json 与 seal.sig 中被改字节之用，不作凭证
            \(reason.map { "\n封存缘由：\($0)\n" } ?? "")\(review.map { "\n\($0.zh)\n" } ?? "")
            不用本程序也能核对，在本文件夹中运行：

              sha256sum -c SHA256SUMS
              openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in seal.json -sigfile seal.sig

            签名覆盖 seal.json，其中载有 SHA256SUMS 及每个文件的 SHA-256。签名者公钥指纹须与签名者另行公布的一致：

              openssl pkey -pubin -in signer.pem -outform DER | sha256sum
              \(signer.fingerprint)

            用本程序核对并重算全部得分（不执行包内任何程序）：

              assess verify .


            \(printable(run.title.en))
            ================================================================

            A sealed run: everything that was read, everything that was written, and a signature. Whatever is altered
            afterwards is found.

              inputs/      the specification and every data file, byte for byte
              results/     every result that was written; result.json holds the whole ledger
              plugins/     what plug-ins that ran as processes said of themselves and answered
              SHA256SUMS   the digests of these files
              seal.json    the seal: size and digest of every file, digest of the results, the signer's public key
              seal.sig     the Ed25519 signature of seal.json, 64 bytes
              signer.pem   the signer's public key
              seal.locator finds altered bytes of seal.json and seal.sig; it proves nothing
            \(reason.map { "\nSealed because: \($0)\n" } ?? "")\(review.map { "\n\($0.en)\n" } ?? "")
            To check it without the program that made it, in this folder:

              sha256sum -c SHA256SUMS
              openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in seal.json -sigfile seal.sig

            The signature covers seal.json, which holds the SHA-256 of SHA256SUMS and of every file. The fingerprint of the
            key must be the one that the signer published elsewhere:

              openssl pkey -pubin -in signer.pem -outform DER | sha256sum
              \(signer.fingerprint)

            To check it and compute every score again, starting no program of the bundle:

              assess verify .

            Sealed by assess \(run.workbench) on \(run.platform).

            """
    }
}
