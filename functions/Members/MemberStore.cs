using System.Globalization;
using System.Text.Json;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Members;

/// <summary>How many members of one age and sex a village has (年龄性别人数).</summary>
/// <param name="Age">Full years on the day.</param>
/// <param name="Sex">"男", "女", or empty where it is not known.</param>
internal sealed record PopulationGroup(int Age, string Sex, int Count);

/// <summary>Members by village: one row a member in the village's own partition.</summary>
internal sealed class MemberStore(TableClient table)
{
    const string Prefix = "member|";
    const int Batch = 100;

    public Task SaveAsync(string village, Member member, CancellationToken stop) =>
        table.UpsertEntityAsync(Row(village, member), TableUpdateMode.Replace, stop);

    /// <summary>Saves many, a hundred at a time; saving them again changes nothing.</summary>
    public async Task SaveAsync(string village, IReadOnlyCollection<Member> members, CancellationToken stop) =>
        await Parallel.ForEachAsync(
            members.Chunk(Batch),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = stop },
            async (chunk, cancel) => await table.SubmitTransactionAsync(chunk.Select(member => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(village, member))), cancel));

    /// <summary>The member with that identity number's pseudonym.</summary>
    public async Task<Member?> FindAsync(string village, string pseudonym, CancellationToken stop)
    {
        if (pseudonym.Length != 32 || !pseudonym.All(char.IsAsciiHexDigitLower))
            return null;
        var row = await table.GetEntityIfExistsAsync(village, Prefix + pseudonym, stop);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>All members of that name; a village can have two.</summary>
    public async Task<IReadOnlyList<Member>> NamedAsync(string village, string name, CancellationToken stop)
    {
        var members = new List<Member>();
        await foreach (var row in table.QueryAsync($"{TableFilter.RowKeyPrefix(village, Prefix)} and {TableFilter.Create($"Name eq {name}")}", cancellationToken: stop))
            members.Add(Read(row));
        return members;
    }

    /// <summary>All members the village ever had, in order of their ids.</summary>
    public async Task<IReadOnlyList<Member>> AllAsync(string village, CancellationToken stop)
    {
        var members = new List<Member>();
        await foreach (var row in table.QueryAsync(TableFilter.RowKeyPrefix(village, Prefix), cancellationToken: stop))
            members.Add(Read(row));
        return members;
    }

    /// <summary>How many members of each age and sex the village has on that day. Members of whom no birth date is known are not in it.</summary>
    public async Task<IReadOnlyList<PopulationGroup>> PopulationAsync(string village, DateOnly date, CancellationToken stop)
    {
        var groups = new SortedDictionary<(int Age, string Sex), int>();
        foreach (var member in await AllAsync(village, stop))
        {
            if (!member.On(date) || member.AgeOn(date) is not { } age)
                continue;
            var group = (age, member.Sex ?? "");
            groups[group] = groups.GetValueOrDefault(group) + 1;
        }

        return [.. groups.Select(group => new PopulationGroup(group.Key.Age, group.Key.Sex, group.Value))];
    }

    static TableEntity Row(string village, Member member) => new(village, Prefix + member.Id)
    {
        { "Name", member.Name },
        { "Tail", member.Tail },
        { "Joined", Text(member.Joined) },
        { "Left", Text(member.Left) },
        { "Born", Text(member.Born) },
        { "Sex", member.Sex },
        { "Household", member.Household },
        { "Relation", member.Relation },
        { "LeftWhy", member.LeftWhy },
        { "Continued", member.Continued ? true : null },
        { "Before", member.Before.Count == 0 ? null : JsonSerializer.Serialize(member.Before, MemberJson.Default.IReadOnlyListMembershipSpan) },
    };

    static Member Read(TableEntity row) => new(
        row.RowKey[Prefix.Length..], row.GetString("Name")!, row.GetString("Tail")!, Date(row.GetString("Joined"))!.Value, Date(row.GetString("Left")))
    {
        Born = Date(row.GetString("Born")),
        Sex = row.GetString("Sex"),
        Household = row.GetString("Household"),
        Relation = row.GetString("Relation"),
        LeftWhy = row.GetString("LeftWhy"),
        Continued = row.GetBoolean("Continued") ?? false,
        Before = row.GetString("Before") is { } json ? JsonSerializer.Deserialize(json, MemberJson.Default.IReadOnlyListMembershipSpan)! : [],
    };

    static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
