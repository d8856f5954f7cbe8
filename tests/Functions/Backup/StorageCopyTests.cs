using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.Backup;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Claims;
using Shouwang.Functions.Tests.Conversations;
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
                await CopyOf(azurite.Of).InAsync(new CopyFolder(folder), [], default);
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
                (await Should.ThrowAsync<CopyException>(() => CopyOf(azurite.Of).InAsync(new CopyFolder(folder), [], default))).Message.ShouldContain("不是空的");
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
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(new CopyFolder(folder), [], default))).Message.ShouldContain("Villages.jsonl");
            File.Delete(Path.Combine(folder, CopyManifest.File));
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(new CopyFolder(folder), [], default))).Message.ShouldContain("manifest.json");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_people_had_deleted_after_the_copy_is_deleted_once_more_and_nothing_else_is()
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-copy-").FullName;
        var (copy, list) = (Path.Combine(folder, "copy"), Path.Combine(folder, "list"));
        try
        {
            string village, gone, came, stays;
            IReadOnlyList<string> photo;
            await using (var azurite = await StartedAsync())
            {
                await using var system = await TestSystem.StartAsync(azurite.Of);
                village = await system.NewVillageAsync();
                // One has everything deleted before the copy and goes on; one after it; one never.
                var before = await ChatOnApp.OpenAsync(system, village);
                var after = await ChatOnApp.OpenAsync(system, village);
                var never = await ChatOnApp.OpenAsync(system, village);
                await DeleteAsync(before);
                await before.SaysAsync("要哪些材料");
                photo = await after.SendsAsync(await File.ReadAllBytesAsync(Repository.Path("samples/claim/fee-list.jpg")));
                await after.SaysAsync("人工");
                await never.SaysAsync("要哪些材料");
                await HandInAsync(system, village);
                (gone, came, stays) = (after.Id, before.Id, never.Id);
                await CopyOf(azurite.Of).OutAsync(new CopyFolder(copy), default);

                await DeleteAsync(after);
                await system.Services.GetRequiredService<FolderDesk>().DropAsync(village, DeskFolder, default);
                (await CopyOf(azurite.Of).DeletionsOutAsync(new CopyFolder(list), default)).ShouldBe(3);
                // Whoever has the list alone learns nobody's id from it.
                (await File.ReadAllTextAsync(Path.Combine(list, CopyFolder.Deletions), TestContext.Current.CancellationToken)).ShouldNotContain(gone);
            }

            await using (var azurite = await StartedAsync())
            {
                (await CopyOf(azurite.Of).InAsync(new CopyFolder(copy), [new CopyFolder(list)], default)).Deleted.ShouldBe(2);
                await using var system = await TestSystem.StartAsync(azurite.Of);
                var conversations = system.Services.GetRequiredService<ConversationStore>();
                (await conversations.ReadAsync(gone, 0, default)).Activities.ShouldBeEmpty();
                (await conversations.FindAsync(gone, default))!.State.ConsentedAt.ShouldBeNull();
                (await conversations.ReadAsync(came, 0, default)).Activities.ShouldContain(said => said.Text == "要哪些材料");
                (await conversations.ReadAsync(stays, 0, default)).Activities.ShouldContain(said => said.Text == "要哪些材料");
                (await system.Services.GetRequiredService<CallStore>().OfConversationAsync(village, gone, default)).ShouldBeEmpty();
                (await system.Services.GetRequiredService<FolderStore>().FindAsync(village, DeskFolder, default)).ShouldBeNull();
                await foreach (var blob in Blobs(azurite.Of).GetBlobContainerClient(Originals.Container).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
                    blob.Name.ShouldSatisfyAllConditions(name => name.ShouldNotContain(photo[0]), name => name.ShouldNotContain(DeskPhoto));
                // The list goes on where the storage goes on.
                (await CopyOf(azurite.Of).DeletionsOutAsync(new CopyFolder(Path.Combine(folder, "again")), default)).ShouldBe(2);
            }

            // Without a later list everything is as the copy has it; the list in the copy itself brings nothing back and takes nothing away.
            await using (var azurite = await StartedAsync())
            {
                (await CopyOf(azurite.Of).InAsync(new CopyFolder(copy), [new CopyFolder(copy)], default)).Deleted.ShouldBe(0);
                await using var system = await TestSystem.StartAsync(azurite.Of);
                (await system.Services.GetRequiredService<ConversationStore>().ReadAsync(gone, 0, default)).Activities.ShouldNotBeEmpty();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_list_of_deletions_that_is_damaged_restores_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("shouwang-copy-").FullName;
        try
        {
            await using var azurite = await StartedAsync();
            await using (var system = await TestSystem.StartAsync(azurite.Of))
                await system.NewVillageAsync();
            var copy = new CopyFolder(Path.Combine(folder, "copy"));
            await CopyOf(azurite.Of).OutAsync(copy, default);
            await File.WriteAllTextAsync(Path.Combine(folder, CopyFolder.Deletions), "20261124T000000000Z-abc\n", TestContext.Current.CancellationToken);
            await using var other = await StartedAsync();
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(copy, [new CopyFolder(folder)], default))).Message.ShouldContain("deletions.txt 第 1 行");
            (await Should.ThrowAsync<CopyException>(() => CopyOf(other.Of).InAsync(copy, [new CopyFolder(folder + "-none")], default))).Message.ShouldContain("deletions.txt");
            (await CopyOf(other.Of).InAsync(copy, [], default)).Manifest.Tables.Sum(table => table.Rows).ShouldBePositive();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    const string DeskFolder = "http-0123456789abcdef";
    const string DeskPhoto = "feedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeedfeed";

    /// <summary>What staff handed in for somebody, as far as it matters here.</summary>
    static async Task HandInAsync(TestSystem system, string village)
    {
        var (now, services) = (DateTimeOffset.UtcNow, system.Services);
        var path = Originals.PathOf(DeskPhoto, now);
        await services.GetRequiredService<FolderStore>().EnteredAsync(village, DeskFolder, "wang", "王示例", default);
        await services.GetRequiredService<FolderClock>().StartAsync(WaitingFolder.OfDesk(village, DeskFolder, now), default);
        await services.GetRequiredService<Originals>().KeepAsync(path, BinaryData.FromString("a photo"), "image/jpeg", default);
        await services.GetRequiredService<PaperStore>().AddAsync(new Paper(village, DeskFolder, DeskPhoto, path, Conversation: null, now, PaperState.Waiting), default);
    }

    static async Task DeleteAsync(ChatOnApp chat)
    {
        await chat.SaysAsync("删除我的资料");
        (await chat.SaysAsync("删除")).ShouldContain("删");
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
