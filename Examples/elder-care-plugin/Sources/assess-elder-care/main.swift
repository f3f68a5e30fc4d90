import AssessmentCommands
import ConsumptionFoundation
import ElderCare
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption

await AssessmentCommand.run(plugins: [
    LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
    ConsumptionFoundation(), ElderCareConsumption(),
])
