using System.Security.Cryptography;
using System.Text;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Security;
using Shouwang.Functions.Villages;
using Shouwang.Shared.Money;
using Shouwang.Shared.MutualAid.Board;
using Shouwang.Shared.MutualAid.Ledger;

namespace Shouwang.Functions.Board;

/// <summary>The public board, open to everybody: the figures, proofs, and what was published.</summary>
internal static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder app)
    {
        const string At = "/api/villages/{village}/board";
        app.MapGet("/api/county/board", CountyAsync).OpenToAll();
        app.MapGet("/api/county/board/key", (BoardSigner signer) => JsonText.Answer(writer => WriteKey(writer, signer))).OpenToAll();
        var board = app.MapGroup("").AddEndpointFilter<VillageExists>();
        board.MapGet(At, GetAsync).OpenToAll();
        board.MapGet(At + "/proof", ProofAsync).OpenToAll();
        board.MapGet(At + "/consistency", ConsistencyAsync).OpenToAll();
        board.MapGet(At + "/gifts/{entry}", GiftAsync).OpenToAll();
        board.MapGet(At + "/published", PublishedAsync).OpenToAll();
        board.MapGet(At + "/published/{folder}/{file}", FileAsync).OpenToAll();
        board.MapPost(At + "/publish", PublishAsync).Allow(Role.Officer);
    }

    static async Task<IResult> GetAsync(string village, VillageStore villages, BoardDesk desk, CancellationToken stop) =>
        Results.Bytes((await desk.MakeAsync((await villages.FindAsync(village, stop))!, stop)).Json, "application/json; charset=utf-8");

    /// <summary>Shows the holder of a receipt that his entry is under the root. He names the entry and the hash of his code, which he works out himself: the code does not leave his phone.</summary>
    static async Task<IResult> ProofAsync(string village, HttpRequest request, LedgerStore ledger, BoardLoader loader, BoardSigner signer, CancellationToken stop)
    {
        var view = await loader.LoadAsync(village, stop);
        var number = Number(request, "entry", int.MaxValue);
        var size = request.Query.ContainsKey("entries") ? Number(request, "entries", view.Entries) : view.Entries;
        var proof = request.Query["proof"].ToString().ToLowerInvariant();
        if (number == 0 || number > size || await ledger.FindAsync(village, number, stop) is not { } entry
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(entry.Proof), Encoding.UTF8.GetBytes(proof)))
            return Problem.NotFound("receipt-unknown", "没有找到这张凭证。请核对凭证上的编号和验证码。");
        var path = MerkleTree.Path(number - 1, view.LeavesOf(size));
        var tree = signer.Sign(view.Statement(size, size == view.Entries ? view.Figures.At : (await ledger.FindAsync(village, size, stop))!.At));
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("entry", Encoding.UTF8.GetString(EntryForm.Utf8(entry)));
            writer.WriteNumber("index", number - 1);
            Hashes(writer, "path", path);
            writer.WritePropertyName("tree");
            BoardJson.Write(writer, tree);
            writer.WriteEndObject();
        });
    }

    /// <summary>Shows that a later ledger grew from an earlier one: nothing that was published has been changed or taken away.</summary>
    static async Task<IResult> ConsistencyAsync(string village, HttpRequest request, BoardLoader loader, CancellationToken stop)
    {
        var view = await loader.LoadAsync(village, stop);
        var to = request.Query.ContainsKey("to") ? Number(request, "to", view.Entries) : view.Entries;
        var from = Number(request, "from", to);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("from", from);
            writer.WriteString("fromRoot", view.Root(from));
            writer.WriteNumber("to", to);
            writer.WriteString("toRoot", view.Root(to));
            Hashes(writer, "proof", MerkleTree.Consistency(from, view.LeavesOf(to)));
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> GiftAsync(string village, long entry, BoardLoader loader, CancellationToken stop) =>
        GiftTrail.Follow((await loader.LoadAsync(village, stop)).Figures).FirstOrDefault(use => use.Gift.Number == entry) is { } found
            ? JsonText.Answer(writer => BoardJson.Write(writer, found))
            : Problem.NotFound("gift-unknown", "没有找到这笔捐赠。请核对凭证上的编号。");

    static async Task<IResult> PublishedAsync(string village, Publisher publisher, CancellationToken stop)
    {
        var all = await publisher.AllAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("published");
            foreach (var one in all)
                Write(writer, village, one);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    static async Task<IResult> FileAsync(string village, string folder, string file, Publisher publisher, CancellationToken stop) =>
        await publisher.FileAsync(village, folder, file, stop) is { } found
            ? Results.Bytes(found.Bytes.ToArray(), found.MediaType)
            : Problem.NotFound("publication-unknown", "没有这一期公示。请从公示列表里选。");

    static async Task<IResult> PublishAsync(string village, VillageStore villages, Publisher publisher, CancellationToken stop)
    {
        var published = await publisher.PublishAsync((await villages.FindAsync(village, stop))!, stop);
        return JsonText.Answer(writer => Write(writer, village, published));
    }

    static async Task<IResult> CountyAsync(VillageStore villages, VillageDesk desk, BoardLoader loader, CancellationToken stop)
    {
        var all = await villages.AllAsync(stop);
        var views = new BoardView?[all.Count];
        await Parallel.ForAsync(0, all.Count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop }, async (i, cancelled) =>
        {
            try
            {
                views[i] = await loader.LoadAsync(all[i].Code, cancelled);
            }
            catch (ProblemException)
            {
                // Shown as damaged below.
            }
        });
        return JsonText.Answer(writer => CountyJson.Write(writer, [.. all.Zip(views)], desk.Today));
    }

    static void Write(System.Text.Json.Utf8JsonWriter writer, string village, Publication published)
    {
        writer.WriteStartObject();
        writer.WriteString("folder", published.Folder);
        writer.WriteNumber("entries", published.Entries);
        writer.WriteString("files", $"/api/villages/{village}/board/published/{published.Folder}");
        writer.WritePropertyName("tree");
        BoardJson.Write(writer, new SignedText(published.Statement, published.Signature, published.KeyId));
        writer.WriteEndObject();
    }

    static void WriteKey(System.Text.Json.Utf8JsonWriter writer, BoardSigner signer)
    {
        writer.WriteStartObject();
        writer.WriteString("key", signer.KeyId);
        writer.WriteString("algorithm", "ECDSA P-256 SHA-256");
        writer.WriteString("pem", signer.PublicPem);
        writer.WriteEndObject();
    }

    static void Hashes(System.Text.Json.Utf8JsonWriter writer, string name, IEnumerable<byte[]> hashes)
    {
        writer.WriteStartArray(name);
        foreach (var hash in hashes)
            writer.WriteStringValue(Convert.ToHexStringLower(hash));
        writer.WriteEndArray();
    }

    static int Number(HttpRequest request, string name, int most) =>
        int.TryParse(request.Query[name], System.Globalization.NumberStyles.None, null, out var number) && number <= most
            ? number
            : throw new ProblemException(Problem.BadRequest("query-malformed", $"{name} 要填 0 到 {most} 的整数。", name));
}
