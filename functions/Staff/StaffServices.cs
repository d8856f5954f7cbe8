using Shouwang.Functions.Security;
using Shouwang.Functions.Storage.Tables;

namespace Shouwang.Functions.Staff;

/// <summary>Who acts: staff, their keys, and the gate.</summary>
internal static class StaffServices
{
    public static IServiceCollection AddStaff(this IServiceCollection services, Settings settings) => services
        .AddSingleton<WrongKeys>()
        .AddSingleton(provider => new StaffStore(
            provider.GetRequiredService<TableServiceClient>().GetTableClient(StaffStore.Table),
            provider.GetRequiredService<Keys>(), provider.GetRequiredService<WrongKeys>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new Gate(
            settings.AdminKey, EntraTokens.From(settings.Entra), provider.GetRequiredService<StaffStore>(), provider.GetRequiredService<WrongKeys>()));
}
