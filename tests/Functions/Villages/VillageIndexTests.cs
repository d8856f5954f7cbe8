using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Bot;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Tests.Villages;

/// <summary>The list of villages beside the villages, on storage of its own: other tests make villages too.</summary>
public sealed class VillageIndexTests : IAsyncLifetime
{
    const string Index = "villages";
    readonly Azurite _azurite = new();
    TestSystem _system = null!;

    TableClient Rows => _system.Services.GetRequiredService<TableServiceClient>().GetTableClient(VillageStore.Table);

    VillageStore Store => _system.Services.GetRequiredService<VillageStore>();

    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _system = await TestSystem.StartAsync(_azurite);
    }

    public async ValueTask DisposeAsync()
    {
        await _system.DisposeAsync();
        await _azurite.DisposeAsync();
    }

    [Fact]
    public async Task Villages_stored_before_there_was_a_list_are_found_once_and_listed_from_then_on()
    {
        string[] villages = [await _system.NewVillageAsync(), await _system.NewVillageAsync()];
        await foreach (var row in Rows.QueryAsync(TableFilter.Create($"PartitionKey eq {Index}")))
            await Rows.DeleteEntityAsync(Index, row.RowKey, Azure.ETag.All);

        (await NamesAsync()).Select(card => card.Code).ShouldBe(villages);

        // What the long way alone would find is not looked for again: a village's row brought in behind the system's back stays unseen.
        var smuggled = new TableEntity("999999999999", "village");
        foreach (var (name, value) in (await Rows.GetEntityAsync(villages[0], "village")).Value)
            smuggled[name] = value;
        smuggled["Json"] = smuggled.GetString("Json")!.Replace(villages[0], "999999999999", StringComparison.Ordinal);
        await Rows.AddEntityAsync(smuggled);
        (await NamesAsync()).Select(card => card.Code).ShouldBe(villages);
    }

    [Fact]
    public async Task A_crash_on_either_side_of_the_write_leaves_no_village_lost_none_made_up_and_no_old_name()
    {
        var village = await _system.NewVillageAsync();
        // Died before: marked, and nothing else.
        await Rows.UpsertEntityAsync(new TableEntity(Index, "320281499999"), TableUpdateMode.Replace);
        (await NamesAsync()).Select(card => card.Code).ShouldBe([village]);

        // Died after: the village has its new name, its copy was never settled.
        await RenameAsync(village, "改名村");
        await Rows.UpsertEntityAsync(new TableEntity(Index, village), TableUpdateMode.Replace);
        (await NamesAsync()).Single().Name.ShouldBe("改名村");

        // The next change settles it, and the one that died comes too late with the old name.
        var late = await Rows.UpsertEntityAsync(new TableEntity(Index, village), TableUpdateMode.Replace);
        await RenameAsync(village, "又改名村");
        await new VillageIndex(Rows).SettleAsync(village, "{}", late.Headers.ETag!.Value, default);
        (await NamesAsync()).Single().Name.ShouldBe("又改名村");
        (await Rows.GetEntityAsync(Index, village)).Value.GetString("Json")!.ShouldContain("又改名村");
    }

    [Fact]
    public async Task Villages_written_at_once_are_all_listed_as_they_were_written_last()
    {
        var villages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _system.NewVillageAsync()));
        await Task.WhenAll(villages.SelectMany(village => Enumerable.Range(0, 4).Select(n => TryRenameAsync(village, $"第{n}个名字"))));
        var listed = await NamesAsync();
        listed.Count.ShouldBe(villages.Length);
        foreach (var card in listed)
            card.Name.ShouldBe((await Store.FindAsync(card.Code, default))!.Name);
    }

    [Fact]
    public async Task A_conversation_knows_its_own_village_at_once_and_another_instances_new_village_within_seconds()
    {
        await using var other = await TestSystem.StartAsync(_azurite);
        var first = await _system.NewVillageAsync();
        (await KnownAsync(other, null)).ShouldBe([first]);

        var second = await _system.NewVillageAsync();
        (await KnownAsync(_system, null)).ShouldBe([first, second]);
        (await KnownAsync(other, second)).ShouldBe([first, second]);

        var clock = new MovedClock();
        await using var patient = await TestSystem.StartAsync(_azurite, services => services.AddSingleton<TimeProvider>(clock));
        (await KnownAsync(patient, null)).ShouldBe([first, second]);
        var third = await _system.NewVillageAsync();
        clock.Ahead += VillageDirectory.Fresh;
        (await KnownAsync(patient, null)).ShouldBe([first, second, third]);
    }

    Task<IReadOnlyList<VillageCard>> NamesAsync() => Store.AllAsync(default);

    static async Task<IEnumerable<string>> KnownAsync(TestSystem system, string? village) =>
        (await system.Services.GetRequiredService<IKnowledge>().LoadAsync("c", new ConversationState { Village = village }, default)).Villages.Select(view => view.Code);

    async Task RenameAsync(string village, string name) => (await TryRenameAsync(village, name)).ShouldBe(200);

    async Task<int> TryRenameAsync(string village, string name)
    {
        using var administrator = _system.Administrator();
        var body = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("samples/village.json")))!.AsObject();
        body["name"] = name;
        return (await administrator.SendJsonAsync(HttpMethod.Put, $"/api/villages/{village}", body)).Status;
    }
}
