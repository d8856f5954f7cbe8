using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Backup;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Backup;

/// <summary>Storage is copied out, lost, and copied back into another account: what the villages keep is as it was.</summary>
public sealed class StorageCopyTests
{
    [Fact]
    public async Task Ledger_claims_photos_and_board_are_after_a_restore_what_they_were_before()
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-copy-").FullName;
        try
        {
            JsonNode before, board;
            string code, claim, key;
            await using (var azurite = await StartedAsync())
            {
                await using var system = await TestSystem.StartAsync(azurite.Of);
                using var village = await ClaimVillage.NewAsync(system);
                (code, claim, key) = (village.Code, await village.PaidAsync(), village.Wang.DefaultRequestHeaders.Authorization!.Parameter!);
                await PutAsync(azurite.Of, "2026/03/ab", "a photo");
                // The name of one blob is the beginning of another's.
                await PutAsync(azurite.Of, "2026/03/ab/pages/1.jpg", "a drawn page");
                (before, board) = (await ClaimAsync(village.Wang, code, claim), await BoardAsync(village.Wang, code));
                var copied = await CopyOf(azurite.Of).OutAsync(new CopyFolder(folder), default);
                copied.Tables.Single(table => table.Name == "Ledger").Rows.ShouldBeGreaterThan(3);
                copied.Blobs.Count(blob => blob.Container == Originals.Container).ShouldBe(2);
                (await Should.ThrowAsync<CopyException>(() => CopyOf(azurite.Of).OutAsync(new CopyFolder(folder), default))).Message.ShouldContain("新的文件夹");
            }

            await using (var azurite = await StartedAsync())
            {
                await CopyOf(azurite.Of).InAsync(new CopyFolder(folder), default);
                await using var system = await TestSystem.StartAsync(azurite.Of);
                using var wang = system.As(key);
                (await ClaimAsync(wang, code, claim)).ToJsonString().ShouldBe(before.ToJsonString());
                var verified = (await wang.GetJsonAsync($"/api/villages/{code}/ledger/verify")).Body;
                verified["intact"]!.GetValue<bool>().ShouldBeTrue(verified.ToJsonString());
                (await BoardAsync(wang, code)).ToJsonString().ShouldBe(board.ToJsonString());
                (await ReadAsync(azurite.Of, "2026/03/ab"), await ReadAsync(azurite.Of, "2026/03/ab/pages/1.jpg")).ShouldBe(("a photo", "a drawn page"));

                // Money goes on where it stood: what was paid is not paid again, and the next claim is the next entry.
                using var village = await ClaimVillage.NewAsync(system);
                (await village.PaidAsync()).ShouldNotBeNullOrEmpty();
                (await Should.ThrowAsync<CopyException>(() => CopyOf(azurite.Of).InAsync(new CopyFolder(folder), default))).Message.ShouldContain("不是空的");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_copy_that_was_changed_or_cut_off_is_not_restored()
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-copy-").FullName;
        try
        {
            await using var azurite = await StartedAsync();
            await using (var system = await TestSystem.StartAsync(azurite.Of))
                await system.NewVillageAsync();
            await CopyOf(azurite.Of).OutAsync(new CopyFolder(folder), default);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                if (!OperatingSystem.IsWindows())
                    File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await File.AppendAllTextAsync(Path.Combine(folder, "tables", "Villages.jsonl"), "\n", TestContext.Current.CancellationToken);
            await using var other = await StartedAsync();
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(new CopyFolder(folder), default))).Message.ShouldContain("Villages.jsonl");
            File.Delete(Path.Combine(folder, CopyManifest.File));
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(new CopyFolder(folder), default))).Message.ShouldContain("manifest.json");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<Emulator> StartedAsync()
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        return new Emulator(azurite);
    }

    /// <summary>A storage account of its own, for nobody may write while it is copied.</summary>
    sealed record Emulator(Azurite Of) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Of.DisposeAsync();
    }

    static StorageCopy CopyOf(Azurite azurite) => new(new TableServiceClient(azurite.ConnectionString), Blobs(azurite), TimeProvider.System);

    static BlobServiceClient Blobs(Azurite azurite) => new(azurite.ConnectionString, new BlobClientOptions());

    static async Task PutAsync(Azurite azurite, string path, string text) => await Blobs(azurite).GetBlobContainerClient(Originals.Container).UploadBlobAsync(path, BinaryData.FromString(text));

    static async Task<string> ReadAsync(Azurite azurite, string path) => (await Blobs(azurite).GetBlobContainerClient(Originals.Container).GetBlobClient(path).DownloadContentAsync()).Value.Content.ToString();

    static async Task<JsonNode> ClaimAsync(HttpClient who, string village, string claim) => (await who.GetJsonAsync($"/api/villages/{village}/claims/{claim}")).Body;

    /// <summary>Without the signature, which is another each time.</summary>
    static async Task<JsonNode> BoardAsync(HttpClient who, string village)
    {
        var board = (await who.GetJsonAsync($"/api/villages/{village}/board")).Body;
        board["tree"]!.AsObject().Remove("signature");
        return board;
    }
}
