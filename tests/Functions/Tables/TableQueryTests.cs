using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Tests.Support;

namespace Shouwang.Functions.Tests.Tables;

public sealed class TableQueryTests(Azurite azurite) : IAsyncLifetime
{
    readonly TableClient _table = new TableServiceClient(azurite.ConnectionString).GetTableClient($"t{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync() => await _table.CreateIfNotExistsAsync();
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task More_rows_than_a_page_holds_all_arrive_in_order()
    {
        foreach (var rows in Enumerable.Range(0, 1050).Chunk(100))
            await _table.SubmitTransactionAsync(rows.Select(n => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("村", $"{n:D5}") { { "N", n } })));

        var read = new List<int>();
        await foreach (var row in _table.QueryAsync(TableFilter.Create($"PartitionKey eq {"村"}"))) read.Add(row.GetInt32("N")!.Value);

        read.ShouldBe(Enumerable.Range(0, 1050));
    }

    [Fact]
    public async Task A_page_can_be_taken_up_later_by_its_token()
    {
        for (var n = 0; n < 5; n++) await _table.AddEntityAsync(new TableEntity("村 一", $"{n}"));

        string? token = null;
        var sizes = new List<int>();
        do
        {
            await foreach (var page in _table.QueryAsync(maxPerPage: 2).AsPages(token))
            {
                sizes.Add(page.Values.Count);
                token = page.ContinuationToken;
                break;
            }
        }
        while (token is not null);

        sizes.ShouldBe([2, 2, 1]);
    }

    [Fact]
    public async Task Every_type_can_be_asked_for()
    {
        var time = new DateTimeOffset(2026, 3, 1, 9, 30, 15, TimeSpan.Zero);
        var id = Guid.NewGuid();
        await _table.AddEntityAsync(new TableEntity("p", "hit") { { "S", "O'Neil 或 'x' eq 'x'" }, { "B", true }, { "I", 7 }, { "L", 1L << 40 }, { "D", 2.0 }, { "T", time }, { "G", id }, { "X", new byte[] { 1, 2 } } });
        await _table.AddEntityAsync(new TableEntity("p", "miss") { { "S", "x" }, { "B", false }, { "I", 8 }, { "L", 1L }, { "D", 2.5 }, { "T", time.AddMilliseconds(1) }, { "G", Guid.NewGuid() }, { "X", new byte[] { 1, 3 } } });
        FormattableString[] filters =
        [
            $"S eq {"O'Neil 或 'x' eq 'x'"}", $"B eq {true}", $"I eq {7}", $"L eq {1L << 40}", $"D eq {2.0}", $"T eq {time}", $"G eq {id}", $"X eq {new byte[] { 1, 2 }}",
        ];

        foreach (var filter in filters)
            (await Keys(TableFilter.Create(filter))).ShouldBe(["hit"], filter.Format);
    }

    [Fact]
    public async Task A_value_cannot_become_part_of_the_condition()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r"));

        (await Keys(TableFilter.Create($"RowKey eq {"' or PartitionKey eq 'p"}"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prefix_takes_its_rows_and_no_others()
    {
        foreach (var key in new[] { "claim-1", "claim-2", "claim", "claims", "clain", "member-1" }) await _table.AddEntityAsync(new TableEntity("p", key));
        await _table.AddEntityAsync(new TableEntity("q", "claim-3"));

        (await Keys(TableFilter.RowKeyPrefix("p", "claim-"))).ShouldBe(["claim-1", "claim-2"]);
    }

    [Fact]
    public async Task Only_the_chosen_properties_arrive()
    {
        await _table.AddEntityAsync(new TableEntity("p", "r") { { "A", 1 }, { "B", 2 } });

        await foreach (var row in _table.QueryAsync(select: ["PartitionKey", "RowKey", "B"])) row.Keys.ShouldBe(["B"]);
    }

    async Task<List<string>> Keys(string filter)
    {
        var keys = new List<string>();
        await foreach (var row in _table.QueryAsync(filter)) keys.Add(row.RowKey);
        return keys;
    }
}
